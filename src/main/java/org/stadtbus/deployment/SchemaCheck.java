package org.stadtbus.deployment;

import java.util.EnumMap;
import java.util.Map;
import org.stadtbus.standards.Finding;
import org.stadtbus.standards.SettingsSchema;

/** Every file of our own is valid against the schema of its kind. */
final class SchemaCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Map<FileKind, SettingsSchema> schemas = new EnumMap<>(FileKind.class);
        for (YamlFile file : folders.yaml()) {
            file.kind()
                    .filter(FileKind::own)
                    .map(kind -> schemas.computeIfAbsent(kind, k -> SettingsSchema.of(k.schemaFile())))
                    .ifPresent(schema -> check(file, schema, report));
        }
    }

    private static void check(YamlFile file, SettingsSchema schema, Report report) {
        if (!file.root().isMissingNode()) {
            for (Finding finding : schema.check(file.root())) {
                report.at(file, pointer(finding), place(finding) + finding.sentence());
            }
        } else if (file.faults().isEmpty()) {
            report.at(file.path(), "Die Datei ist leer; bitte füllen oder löschen.");
        }
    }

    private static String pointer(Finding finding) {
        return "/".equals(finding.location()) ? "" : finding.location();
    }

    private static String place(Finding finding) {
        return pointer(finding).isEmpty()
                ? ""
                : "Bei »%s«: ".formatted(finding.location().substring(1));
    }
}
