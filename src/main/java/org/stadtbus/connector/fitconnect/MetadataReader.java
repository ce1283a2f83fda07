package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads metadata (schema 1.x) against {@code metadata.schema.json}, which was written from what is known of them; the official
 * schema is not ours to ship.
 */
final class MetadataReader {
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final JsonSchema schema = schema();

    private static JsonSchema schema() {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        try (InputStream in = MetadataReader.class.getResourceAsStream("metadata.schema.json")) {
            return JsonSchemaFactory.getInstance(
                            VersionFlag.V202012,
                            builder ->
                                    builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                    .getSchema(Objects.requireNonNull(in), InputFormat.JSON, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused when they are no JSON ({@code syntax-violation}) or not what the schema wants ({@code schema-violation}) */
    Metadata read(byte[] bytes) {
        JsonNode metadata = parse(bytes);
        schema.validate(metadata).stream().findFirst().ifPresent(wrong -> {
            throw new Refused(
                    Refused.SCHEMA, Part.METADATA, "entspricht nicht dem Metadatenschema" + place(wrong) + ".");
        });
        JsonNode content = metadata.path("contentStructure");
        JsonNode data = content.path("data");
        return new Metadata(
                metadata.path("publicServiceType").path("identifier").asText(),
                data.path("submissionSchema").path("schemaUri").asText(),
                data.path("submissionSchema").path("mimeType").asText(),
                data.path("hash").path("content").asText(),
                metadata.path("additionalReferenceInfo").path("test").asBoolean(),
                files(content.path("attachments")));
    }

    private JsonNode parse(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            throw new Refused(Refused.SYNTAX, Part.METADATA, "ist kein lesbares JSON.", e);
        }
    }

    private static String place(ValidationMessage wrong) {
        String pointer = wrong.getInstanceLocation().toString();
        String property = wrong.getProperty() == null ? "" : "/" + wrong.getProperty();
        return " (Stelle " + pointer + property + ")";
    }

    private static List<Metadata.File> files(JsonNode attachments) {
        List<Metadata.File> files = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode attachment : attachments) {
            String id = attachment.path("attachmentId").asText();
            if (!ids.add(id)) {
                throw new Refused(Refused.SCHEMA, Part.METADATA, "nennt die Anlage " + id + " zweimal.");
            }
            files.add(new Metadata.File(
                    id,
                    attachment.path("filename").asText(id),
                    attachment.path("mimeType").asText(),
                    attachment.path("description").asText(),
                    attachment.path("hash").path("content").asText()));
        }
        return files;
    }
}
