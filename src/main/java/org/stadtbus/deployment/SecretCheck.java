package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;

/** No secret stands in a file: only placeholders that the operator's environment fills. Never repeats the value. */
final class SecretCheck implements Check {
    private static final String SENTENCE =
            "»%s« ist ein Geheimnis und gehört in keine Datei; bitte hier einen Platzhalter ${…} ohne Vorgabe schreiben und den Wert ändern, falls er echt ist.";

    @Override
    public void check(Folders folders, Report report) {
        for (KameletUse use : KameletUse.of(folders)) {
            use.values().forEach((name, value) -> {
                boolean secret = folders.kamelet(use.kamelet())
                        .map(kamelet -> kamelet.secret(name))
                        .orElseGet(() -> SecretNames.secret(name));
                if (secret && !SecretNames.placeholder(value)) {
                    report.at(use.file(), use.pointer(name), SENTENCE.formatted(name));
                }
            });
        }
        for (Kamelet kamelet : folders.kamelets()) {
            for (String name : kamelet.propertyNames()) {
                String preset = kamelet.properties().path(name).path("default").asText();
                if (kamelet.secret(name) && !SecretNames.placeholder(preset)) {
                    report.at(kamelet.file(), Kamelet.PROPERTIES + "/" + name, SENTENCE.formatted(name));
                }
            }
        }
        folders.of(FileKind.SETTINGS).forEach(file -> settings(file, "", file.root(), report));
    }

    private static void settings(YamlFile file, String pointer, JsonNode node, Report report) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String place = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            if (value.isTextual() && SecretNames.secret(field.getKey()) && !SecretNames.placeholder(value.asText())) {
                report.at(file, place, SENTENCE.formatted(field.getKey()));
            }
            settings(file, place, value, report);
        });
    }
}
