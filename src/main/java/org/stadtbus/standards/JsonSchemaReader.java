package org.stadtbus.standards;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Compiles a JSON Schema (draft 2020-12) of our own; it may refer to itself, never to an address outside. */
final class JsonSchemaReader {

    private JsonSchemaReader() {}

    static JsonSchema read(Path file) {
        return compile(new String(SchemaInput.read(file), StandardCharsets.UTF_8), String.valueOf(file.getFileName()));
    }

    /**
     * @param text the schema
     * @param name its file name, for the sentence
     */
    static JsonSchema compile(String text, String name) {
        try {
            JsonSchema schema = JsonSchemaFactory.getInstance(
                            VersionFlag.V202012,
                            builder ->
                                    builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                    .getSchema(text, InputFormat.JSON, config());
            schema.initializeValidators();
            return schema;
        } catch (JsonSchemaException | IllegalArgumentException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "schema-broken",
                    "Das JSON Schema »%s« ist fehlerhaft oder verweist nach außen.".formatted(name),
                    e);
        }
    }

    static SchemaValidatorsConfig config() {
        return SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .failFast(false)
                .build();
    }
}
