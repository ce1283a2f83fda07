package org.stadtbus.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.stadtbus.standards.OfficialStandards;

/** The official OpenAPI file of the DVDV and recorded answers; a test that asks for them is skipped where there are none. */
final class OfficialDvdv {
    private final Path folder = OfficialStandards.require().resolve("dvdv");
    private final JsonNode api;

    OfficialDvdv() throws IOException {
        this.api = new YAMLMapper().readTree(folder.resolve("dvdv-api.yaml").toFile());
    }

    JsonNode recorded(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    /** What is wrong with this document by the schema of this name. */
    Set<ValidationMessage> findings(String schema, JsonNode document) {
        JsonMetaSchema dialect = OpenApi30.getInstance();
        JsonSchemaFactory factory =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4, builder -> builder.metaSchema(dialect)
                        .defaultMetaSchemaIri(dialect.getIri()));
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set("components", api.path("components"));
        entry.put("$ref", "#/components/schemas/" + schema);
        return factory.getSchema(entry).validate(document);
    }

    /** Whether the interface has this function. */
    boolean has(String path, String method) {
        return api.path("paths").path(path).has(method);
    }
}
