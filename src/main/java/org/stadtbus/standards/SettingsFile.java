package org.stadtbus.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** One kind of YAML file of our own, checked against its JSON Schema before it is believed. */
final class SettingsFile<T> {

    private final YAMLMapper mapper = new YAMLMapper();
    private final JsonSchema schema;
    private final Class<T> type;

    /**
     * @param schemaName file in the class path folder {@code schema}
     * @param type record the file becomes
     */
    SettingsFile(String schemaName, Class<T> type) {
        this.schema = JsonSchemaReader.compile(resource("/schema/" + schemaName), schemaName);
        this.type = type;
    }

    /**
     * Reads one file.
     *
     * @throws HubException permanent ({@code settings-broken}) with a sentence that names file and place
     */
    T read(Path file) {
        try {
            JsonNode settings = mapper.readTree(SchemaInput.read(file));
            String faults = schema.validate(settings).stream()
                    .map(ValidationMessage::getMessage)
                    .collect(Collectors.joining("; "));
            if (!faults.isEmpty()) {
                throw HubException.permanent(
                        "settings-broken", "Die Datei »%s« ist fehlerhaft: %s".formatted(file, faults));
            }
            return mapper.treeToValue(settings, type);
        } catch (JsonProcessingException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "settings-broken",
                    "Die Datei »%s« ist kein gültiges YAML: %s".formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String path) {
        try (InputStream stream = SettingsFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not in the class path: " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
