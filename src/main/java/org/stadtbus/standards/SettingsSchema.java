package org.stadtbus.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The JSON Schema of one kind of file of our own, class path folder {@code schema}. Unlike the findings of messages, its
 * sentences name what would be allowed: these files hold no personal data.
 */
public final class SettingsSchema {

    private static final Set<String> SELF_EXPLAINING =
            Set.of("required", "additionalProperties", "enum", "uniqueItems");

    private final JsonSchema schema;
    private final JsonNode root;

    private SettingsSchema(JsonSchema schema) {
        this.schema = schema;
        this.root = schema.getSchemaNode();
    }

    /** @param name file name, e.g. {@code route.schema.json} */
    public static SettingsSchema of(String name) {
        return new SettingsSchema(JsonSchemaReader.compile(resource("/schema/" + name), name));
    }

    /** The schema every JSON Schema (draft 2020-12) must follow itself. */
    public static SettingsSchema ofSchemas() {
        return new SettingsSchema(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012), JsonSchemaReader.config()));
    }

    /**
     * What is wrong with a file.
     *
     * @return findings; location is a JSON pointer
     */
    public List<Finding> check(JsonNode settings) {
        return schema.validate(settings).stream().map(this::finding).toList();
    }

    private Finding finding(ValidationMessage message) {
        Finding finding = JsonSentences.finding(message);
        String sentence = "enum".equals(finding.rule()) && message.getSchemaNode() != null
                ? "Den Wert gibt es nicht; erlaubt sind %s.".formatted(values(message.getSchemaNode()))
                : finding.sentence();
        String meaning = SELF_EXPLAINING.contains(finding.rule()) ? "" : meaning(message.getEvaluationPath());
        return new Finding(
                finding.rule(),
                finding.location(),
                meaning.isEmpty() ? sentence : "%s Gemeint ist: %s.".formatted(sentence, meaning));
    }

    /** The innermost description on the way to the broken rule. */
    private String meaning(JsonNodePath way) {
        JsonNode node = root;
        String meaning = "";
        for (int i = 0; i < way.getNameCount(); i++) {
            String step = String.valueOf(way.getElement(i));
            JsonNode next = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            node = "$ref".equals(step) ? definition(next.asText()) : next;
            JsonNode description = node.path("description");
            meaning = description.isTextual() ? description.asText() : meaning;
        }
        return meaning;
    }

    private JsonNode definition(String reference) {
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
    }

    private static String values(JsonNode allowed) {
        JsonNode list = allowed instanceof ObjectNode keyword ? keyword.path("enum") : allowed;
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String resource(String path) {
        try (InputStream stream = SettingsSchema.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not in the class path: " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
