package org.stadtbus.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The JSON Schema of one kind of file of our own, class path folder {@code schema}. Unlike the findings of messages, its
 * sentences name what would be allowed: these files hold no personal data.
 */
public final class SettingsSchema {

    private final JsonSchema schema;

    private SettingsSchema(JsonSchema schema) {
        this.schema = schema;
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
        return schema.validate(settings).stream().map(SettingsSchema::finding).toList();
    }

    private static Finding finding(ValidationMessage message) {
        Finding finding = JsonSentences.finding(message);
        return "enum".equals(finding.rule()) && message.getSchemaNode() != null
                ? new Finding(
                        finding.rule(),
                        finding.location(),
                        "Den Wert gibt es nicht; erlaubt sind %s.".formatted(values(message.getSchemaNode())))
                : finding;
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
