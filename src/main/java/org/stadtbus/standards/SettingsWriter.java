package org.stadtbus.standards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Writes a YAML file of our own for an integrator to read and change: whole, or not at all. */
final class SettingsWriter {
    private static final String FIRST_LINE = "# yaml-language-server: $schema=../../src/main/resources/schema/%s%n";

    private final YAMLMapper yaml = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private final String schemaName;

    /** @param schemaName file in the class path folder {@code schema}; named in the file's first line */
    SettingsWriter(String schemaName) {
        this.schemaName = schemaName;
    }

    /**
     * Writes the file, two folders below the home folder.
     *
     * @throws HubException permanent ({@code settings-unwritable}) with a sentence that names the file, also when the settings do not
     *     follow their own schema
     */
    void write(Path file, Object settings) {
        List<Finding> faults = SettingsSchema.of(schemaName).check(yaml.valueToTree(settings));
        if (!faults.isEmpty()) {
            throw HubException.permanent(
                    "settings-unwritable",
                    "Die Datei »%s« lässt sich nicht schreiben: %s"
                            .formatted(file, faults.get(0).sentence()));
        }
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(folder, "neu", ".tmp");
            Files.writeString(whole, FIRST_LINE.formatted(schemaName) + yaml.writeValueAsString(settings));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "settings-unwritable",
                    "Die Datei »%s« ließ sich nicht schreiben.".formatted(file),
                    e);
        }
    }
}
