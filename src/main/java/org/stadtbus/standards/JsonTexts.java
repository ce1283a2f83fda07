package org.stadtbus.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;

/** The texts of a JSON form, not the names of its fields; places are JSON pointers (RFC 6901). */
final class JsonTexts implements TextTree {
    private static final FormReader FORMS = new FormReader();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private JsonNode form;

    JsonTexts(byte[] content) {
        form = FORMS.read(content);
    }

    @Override
    public void replace(BiFunction<String, String, String> text) {
        form = replaced("", form, text);
    }

    private static JsonNode replaced(String place, JsonNode node, BiFunction<String, String, String> text) {
        if (node.isTextual()) {
            return NODES.textNode(text.apply(place, node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            object.properties().forEach(field -> {
                String inside = place + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                copy.set(field.getKey(), replaced(inside, field.getValue(), text));
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                copy.add(replaced(place + "/" + i, array.get(i), text));
            }
            return copy;
        }
        return node;
    }

    @Override
    public byte[] write() {
        return FORMS.write(form);
    }
}
