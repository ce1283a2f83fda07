package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What a test names is there: files and procedures. */
final class TestFileCheck implements Check {
    private static final String EXPECT = "expect";
    private static final Set<String> WORDS = Set.of("delivered", "waiting");

    @Override
    public void check(Folders folders, Report report) {
        Set<String> procedures = Entry.ids(folders);
        folders.of(FileKind.TEST).filter(file -> file.faults().isEmpty()).forEach(file -> {
            JsonNode given = file.root().path("given");
            file(folders, file, "/given/message", given.path("message"), report);
            if (given.has("procedure")) {
                procedure(file, "/given/procedure", given.path("procedure").asText(), procedures, report);
            }
            for (int i = 0; i < given.path("attachments").size(); i++) {
                file(
                        folders,
                        file,
                        "/given/attachments/" + i,
                        given.path("attachments").path(i),
                        report);
            }
            expectation(folders, file, "/" + EXPECT, file.root().path(EXPECT), procedures, report);
            JsonNode faults = file.root().path("faults");
            for (int i = 0; i < faults.size(); i++) {
                String pointer = "/faults/" + i;
                faults.path(i).fieldNames().forEachRemaining(name -> {
                    if (!EXPECT.equals(name)) {
                        procedure(file, pointer + "/" + name, name, procedures, report);
                    }
                });
                expectation(
                        folders, file, pointer + "/" + EXPECT, faults.path(i).path(EXPECT), procedures, report);
            }
        });
    }

    private static void expectation(
            Folders folders, YamlFile file, String pointer, JsonNode expect, Set<String> procedures, Report report) {
        expect.properties().forEach(field -> {
            String place = pointer + "/" + field.getKey();
            if (!"state".equals(field.getKey())) {
                procedure(file, place, field.getKey(), procedures, report);
                if (!WORDS.contains(field.getValue().asText())) {
                    file(folders, file, place, field.getValue(), report);
                }
            }
        });
    }

    private static void procedure(YamlFile file, String pointer, String id, Set<String> known, Report report) {
        if (!known.contains(id)) {
            report.at(
                    file,
                    pointer,
                    "Das Fachverfahren »%s« gibt es nicht; bitte die Kennung in config/procedures nachsehen."
                            .formatted(id));
        }
    }

    private static void file(Folders folders, YamlFile file, String pointer, JsonNode path, Report report) {
        if (path.isTextual() && !folders.isFile(path.asText())) {
            report.at(
                    file,
                    pointer,
                    "Die Datei %s gibt es nicht; Pfade gelten vom obersten Ordner aus.".formatted(path.asText()));
        }
    }
}
