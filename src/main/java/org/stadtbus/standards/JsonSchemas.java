package org.stadtbus.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * The forms' JSON Schemas, {@code routes/<service>/<id>.schema.json} (draft 2020-12, formats asserted). Nothing is loaded
 * from an address inside a schema.
 */
final class JsonSchemas {

    private static final String ENDING = ".schema.json";

    private final FormReader forms = new FormReader();
    private final TreeMap<String, JsonSchema> schemas = new TreeMap<>();

    /** Reads and compiles every schema below the routes folder; a folder that is not there holds none. */
    JsonSchemas(Path routesDir) {
        if (!Files.isDirectory(routesDir)) {
            return;
        }
        try (Stream<Path> files = Files.find(routesDir, 2, (file, attributes) -> isSchema(file))) {
            files.sorted().forEach(this::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> ids() {
        return schemas.keySet();
    }

    boolean holds(String id) {
        return schemas.containsKey(id);
    }

    ValidationResult validate(String id, byte[] content) {
        @Nullable JsonSchema schema = schemas.get(id);
        if (schema == null) {
            throw new IllegalArgumentException("no JSON Schema " + id);
        }
        JsonNode form = forms.read(content);
        Findings findings = new Findings();
        schema.validate(form, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)).stream()
                .map(JsonSentences::finding)
                .forEach(findings::add);
        return findings.result();
    }

    private void load(Path file) {
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.length() - ENDING.length());
        if (schemas.containsKey(id)) {
            throw HubException.permanent(
                    "schema-twice",
                    "Das Schema »%s« liegt in zwei Ordnern unter routes; ein Name, eine Datei.".formatted(id));
        }
        schemas.put(id, JsonSchemaReader.read(file));
    }

    private static boolean isSchema(Path file) {
        return String.valueOf(file.getFileName()).endsWith(ENDING) && Files.isRegularFile(file);
    }
}
