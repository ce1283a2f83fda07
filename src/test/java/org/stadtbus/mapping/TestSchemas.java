package org.stadtbus.mapping;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.stadtbus.standards.InstalledXdomea;
import org.stadtbus.standards.InstalledXjustiz;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** Validates by schema id: JSON Schemas below {@code routes/}, XBau, XJustiz and xdomea by the official files where they are. */
final class TestSchemas implements SampleCheck {
    private static final JsonSchemaFactory JSON = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final Optional<OfficialXbau> xbau = OfficialXbau.folder().map(OfficialXbau::load);
    private final Optional<Standards> xjustiz = OfficialXbau.folder().map(InstalledXjustiz::of);
    private final Optional<Standards> xdomea = OfficialXbau.folder().map(InstalledXdomea::of);
    private final Map<String, JsonSchema> forms = new ConcurrentHashMap<>();

    /** True when messages are checked against the official files. */
    boolean official() {
        return xbau.isPresent();
    }

    @Override
    public List<String> findings(String schemaId, byte[] content) {
        if (schemaId.equals("xbau-2.6")) {
            return xbau.map(x -> x.findings(content)).orElse(List.of());
        }
        if (schemaId.startsWith("xjustiz-")) {
            return xjustiz.map(standards -> findings(standards.validate(schemaId, content)))
                    .orElse(List.of());
        }
        if (schemaId.startsWith("xdomea-")) {
            return xdomea.map(standards -> findings(standards.validate(schemaId, content)))
                    .orElse(List.of());
        }
        String json = new String(content, StandardCharsets.UTF_8);
        return forms
                .computeIfAbsent(schemaId, TestSchemas::form)
                .validate(json, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> findings(ValidationResult result) {
        return result instanceof ValidationResult.Invalid invalid
                ? invalid.findings().stream().map(Object::toString).toList()
                : List.of();
    }

    private static JsonSchema form(String id) {
        try (Stream<Path> files = Files.walk(Path.of("routes"), 2)) {
            Path file = files.filter(f -> f.endsWith(id + ".schema.json"))
                    .findFirst()
                    .orElseThrow();
            return JSON.getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
