package org.stadtbus.connector.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The objects in what the DMS service answers: {@code {"objects": [{"properties": {"<field>": {"value": …}}}]}}. */
final class Answers {
    private static final Pattern ID = Pattern.compile("[\\w-]+");

    private Answers() {}

    /**
     * The fields of all objects by name.
     *
     * @throws org.stadtbus.envelope.HubException transient when the answer has another shape or an object has no id
     */
    static List<Map<String, String>> objects(JsonNode answer) {
        List<Map<String, String>> objects = new ArrayList<>();
        for (JsonNode object : nodes(answer)) {
            objects.add(fields(object));
        }
        return objects;
    }

    private static JsonNode nodes(JsonNode answer) {
        if (!answer.path("objects").isArray()) {
            throw EnaioFailures.unreadable(new IOException("The answer names no objects"));
        }
        return answer.path("objects");
    }

    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new HashMap<>();
        object.path("properties")
                .properties()
                .forEach(e -> fields.put(e.getKey(), e.getValue().path("value").asText()));
        if (!ID.matcher(Fields.value(fields, Fields.ID)).matches()) {
            throw EnaioFailures.unreadable(new IOException("The answer names an object without id"));
        }
        return fields;
    }

    /** The one document that is expected, with its first file. */
    static Fetched document(JsonNode answer) {
        only(answer);
        JsonNode object = nodes(answer).get(0);
        JsonNode file = object.path("contentStreams").path(0);
        return new Fetched(
                fields(object),
                file.path("fileName").asText(),
                file.path("mimeType").asText());
    }

    /** The id of the one object that is expected. */
    static String only(JsonNode answer) {
        List<Map<String, String>> objects = objects(answer);
        if (objects.size() != 1) {
            throw EnaioFailures.unreadable(new IOException("One object expected, got " + objects.size()));
        }
        return Fields.value(objects.get(0), Fields.ID);
    }

    /** Fields as the DMS service reads them. */
    static Map<String, Object> properties(Map<String, String> fields) {
        Map<String, Object> properties = new HashMap<>();
        fields.forEach((field, value) -> properties.put(field, Map.of("value", value)));
        return properties;
    }
}
