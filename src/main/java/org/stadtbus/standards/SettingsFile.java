package org.stadtbus.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** One kind of YAML file of our own, checked against its JSON Schema before it is believed. */
final class SettingsFile<T> {

    private final YAMLMapper mapper =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();
    private final SettingsSchema schema;
    private final Class<T> type;

    /**
     * @param schemaName file in the class path folder {@code schema}
     * @param type record the file becomes
     */
    SettingsFile(String schemaName, Class<T> type) {
        this.schema = SettingsSchema.of(schemaName);
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
            String faults = schema.check(settings).stream()
                    .map(finding -> finding.location() + " " + finding.sentence())
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
}
