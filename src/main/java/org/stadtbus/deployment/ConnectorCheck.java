package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;

/** What connector.yaml says is so: its id, its directions, its sandbox. */
final class ConnectorCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        folders.of(FileKind.CONNECTOR).forEach(file -> {
            String id = file.root().path("id").asText();
            if (!id.equals(file.folder())) {
                report.at(file, "/id", "Die id muss wie der Ordner »%s« heißen.".formatted(file.folder()));
            }
            List.of("source", "sink").forEach(direction -> direction(folders, file, direction, report));
            sandbox(folders, file, report);
        });
    }

    private static void direction(Folders folders, YamlFile file, String direction, Report report) {
        boolean said = StreamSupport.stream(file.root().path("directions").spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(direction::equals);
        String kamelet = "%s-%s.kamelet.yaml".formatted(file.folder(), direction);
        boolean there = folders.isFile(file.folderPath() + "/" + kamelet);
        if (said && !there) {
            report.at(
                    file,
                    "/directions",
                    "Die Richtung »%s« braucht die Datei %s; bitte anlegen oder die Richtung streichen."
                            .formatted(direction, kamelet));
        } else if (there && !said) {
            report.at(
                    file,
                    "/directions",
                    "Zur Datei %s fehlt die Richtung »%s«; bitte ergänzen.".formatted(kamelet, direction));
        }
    }

    private static void sandbox(Folders folders, YamlFile file, Report report) {
        String name = file.root().path("sandbox").asText();
        String folder = "org/stadtbus/sandbox/" + name.replace('.', '/');
        boolean onClassPath = ConnectorCheck.class.getResource("/" + folder + "/package-info.class") != null;
        boolean inSources =
                Files.isDirectory(folders.home().resolve("src/main/java").resolve(folder));
        if (!name.isEmpty() && !onClassPath && !inSources) {
            report.at(
                    file,
                    "/sandbox",
                    "Das Paket org.stadtbus.sandbox.%s gibt es nicht; bitte die Gegenstelle nennen, die diesen Anschluss nachstellt."
                            .formatted(name));
        }
    }
}
