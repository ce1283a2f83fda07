package org.stadtbus.standards;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
    private static final int MAX_DEPTH = 100;

    private final JsonMapper mapper = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
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
        JsonNode form = read(content);
        Findings findings = new Findings();
        schema.validate(form, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)).stream()
                .map(JsonSentences::finding)
                .forEach(findings::add);
        return findings.result();
    }

    private JsonNode read(byte[] content) {
        XmlBytes.requireContent(content);
        XmlBytes.requireUtf8(content);
        try {
            return mapper.readTree(content);
        } catch (JsonProcessingException e) {
            throw HubException.rejected("not-well-formed", sentence(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " (Zeile %d, Spalte %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        String cause = e instanceof JsonParseException
                        && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
                ? "Die Nachricht nennt ein Feld zweimal"
                : "Die Nachricht ist kein lesbares JSON";
        return cause + place + ".";
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
