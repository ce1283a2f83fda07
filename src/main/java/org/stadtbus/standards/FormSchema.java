package org.stadtbus.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.envelope.HubException;

/** A form's JSON Schema looked at before it is used. */
public final class FormSchema {

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SettingsSchema rules = SettingsSchema.ofSchemas();

    /**
     * What is wrong with a schema file.
     *
     * @param file {@code routes/<service>/<id>.schema.json}
     * @return findings, empty when the hub can use it
     */
    public List<Finding> check(Path file) {
        try {
            JsonNode schema = json.readTree(Files.readString(file));
            List<Finding> findings = new ArrayList<>(rules.check(schema));
            if (findings.isEmpty()) {
                JsonSchemaReader.read(file);
            }
            return findings;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return List.of(new Finding(
                    "json", "/", "Kein lesbares JSON (Zeile %d): %s".formatted(line, e.getOriginalMessage())));
        } catch (HubException e) {
            return List.of(new Finding(e.problemCode(), "/", e.sentence()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
