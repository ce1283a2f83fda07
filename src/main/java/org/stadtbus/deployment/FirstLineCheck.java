package org.stadtbus.deployment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Every file of our own names its schema in the first line, so that an editor completes it. */
final class FirstLineCheck implements Check {
    private static final String START = "# yaml-language-server: $schema=";
    private static final Path SCHEMAS = Path.of("src/main/resources/schema");

    @Override
    public void check(Folders folders, Report report) {
        for (YamlFile file : folders.yaml()) {
            file.kind()
                    .filter(FileKind::own)
                    .filter(kind -> !names(file, SCHEMAS.resolve(kind.schemaFile())))
                    .ifPresent(kind -> report.at(
                            file.path(),
                            1,
                            "Die erste Zeile muss »%s« lauten, damit Editoren die Datei ergänzen."
                                    .formatted(START + path(file, kind))));
        }
    }

    private static String path(YamlFile file, FileKind kind) {
        return Path.of(file.path())
                .resolveSibling("")
                .relativize(SCHEMAS.resolve(kind.schemaFile()))
                .toString()
                .replace('\\', '/');
    }

    private static boolean names(YamlFile file, Path schema) {
        if (!file.firstLine().startsWith(START)) {
            return false;
        }
        try {
            return Path.of(file.path())
                    .resolveSibling(file.firstLine().substring(START.length()).strip())
                    .normalize()
                    .equals(schema);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
