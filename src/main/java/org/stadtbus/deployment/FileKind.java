package org.stadtbus.deployment;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of YAML file an integrator writes, by their path below the home folder. */
enum FileKind {
    CONNECTOR("connectors/[^/]+/connector\\.yaml", "connector"),
    ROUTE("routes/[^/]+/route\\.yaml", "route"),
    TEST("routes/[^/]+/[^/]+\\.test\\.yaml", "test"),
    MAPPING("mappings/[^/]+/mapping\\.yaml", "mapping"),
    LAYOUT("mappings/[^/]+/(in|out)\\.layout\\.yaml", "layout"),
    SAMPLE_DIRECTORY("mappings/common/sample-directory\\.yaml", "directory"),
    PROCEDURES("config/procedures/[^/]+\\.yaml", "procedures"),
    DIRECTORY("config/directory\\.yaml", "directory"),
    STANDARD("config/standards/[^/]+\\.yaml", "standard"),
    CODELIST("config/codelists/[^/]+\\.yaml", "codelist"),
    /** Camel's own format. */
    KAMELET("connectors/[^/]+/[^/]+\\.kamelet\\.yaml", ""),
    /** Camel's own format. */
    CAMEL("routes/[^/]+/[^/]+\\.camel\\.yaml", ""),
    /** Spring's own format. */
    SETTINGS("config/application(-[^/]+)?\\.yaml", "");

    private final Pattern path;
    private final String schema;

    FileKind(String path, String schema) {
        this.path = Pattern.compile(path);
        this.schema = schema;
    }

    static Optional<FileKind> of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.matcher(path).matches())
                .findFirst();
    }

    /** True for formats that belong to Stadtbus and have a schema. */
    boolean own() {
        return !schema.isEmpty();
    }

    /** File name of the JSON Schema. */
    String schemaFile() {
        return schema + ".schema.json";
    }
}
