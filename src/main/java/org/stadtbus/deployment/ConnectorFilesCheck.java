package org.stadtbus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A connector's folder holds connector.yaml, a README that lists every property, and recorded answers in sandbox/. */
final class ConnectorFilesCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (String name : folders.folders("connectors")) {
            String folder = "connectors/" + name;
            if (!folders.isFile(folder + "/connector.yaml")) {
                report.at(folder, "Es fehlt connector.yaml; bitte anlegen.");
            }
            if (folders.files(folder + "/sandbox").isEmpty()) {
                report.at(
                        folder,
                        "Es fehlt der Ordner sandbox mit aufgezeichneten Antworten der Gegenstelle; bitte wenigstens eine ablegen.");
            }
            readme(folders, folder, report);
        }
    }

    private static void readme(Folders folders, String folder, Report report) {
        String file = folder + "/README.md";
        if (!folders.isFile(file)) {
            report.at(folder, "Es fehlt README.md; bitte den Anschluss und jede Eigenschaft beschreiben.");
            return;
        }
        String text = read(folders, file);
        folders.kamelets().stream()
                .filter(kamelet -> kamelet.file().folderPath().equals(folder))
                .flatMap(kamelet -> kamelet.propertyNames().stream())
                .distinct()
                .filter(property -> !text.contains("`" + property + "`"))
                .forEach(property -> report.at(
                        file, "Die Eigenschaft `%s` kommt nicht vor; bitte beschreiben.".formatted(property)));
    }

    private static String read(Folders folders, String file) {
        try {
            return Files.readString(folders.home().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
