package org.stadtbus.deployment;

import java.util.List;
import java.util.Set;
import org.stadtbus.mapping.Mappings;

/** A mapping's folder is named {@code <from>-to-<to>}, is described, names schemas and a unit that exist, and compiles. */
final class MappingCheck implements Check {
    private static final String STYLESHEET = "/mapping.xsl";

    @Override
    public void check(Folders folders, Report report) {
        Set<String> schemas = folders.schemas();
        Set<String> units = Entry.units(folders);
        for (String id : folders.mappings()) {
            String folder = "mappings/" + id;
            if (!id.matches("[a-z0-9-]+-to-[a-z0-9-]+")) {
                report.at(folder, "Der Ordner muss <von>-to-<nach> heißen, nur Kleinbuchstaben, Ziffern und Striche.");
            }
            folders.file(folder + "/mapping.yaml")
                    .ifPresentOrElse(
                            file -> described(folders, file, schemas, units, report),
                            () -> report.at(
                                    folder, "Es fehlt mapping.yaml; ohne sie wird die Abbildung nicht geladen."));
        }
        compile(folders, report);
    }

    private static void described(
            Folders folders, YamlFile file, Set<String> schemas, Set<String> units, Report report) {
        schema(file, "/input/schema", schemas, report);
        schema(file, "/output/schema", schemas, report);
        String owner = file.root().path("owner").asText();
        if (!owner.isEmpty() && !units.contains(owner)) {
            report.at(
                    file,
                    "/owner",
                    "Die Stelle »%s« steht nicht im Katalog; bitte den Namen aus config/procedures nehmen."
                            .formatted(owner));
        }
        layout(folders, file, "input", "in.layout.yaml", report);
        layout(folders, file, "output", "out.layout.yaml", report);
        if (!folders.isFile(file.folderPath() + STYLESHEET)) {
            report.at(file.folderPath(), "Es fehlt mapping.xsl.");
        }
    }

    private static void layout(Folders folders, YamlFile file, String side, String name, Report report) {
        boolean table = file.root().at("/" + side + "/format").asText().equals("table");
        boolean there = folders.isFile(file.folderPath() + "/" + name);
        if (table && !there) {
            report.at(
                    file,
                    "/" + side + "/format",
                    "Zu »table« fehlt " + name + "; dort steht, wie die Zeilen geschrieben sind.");
        }
        if (there && !table) {
            report.at(file.folderPath() + "/" + name, "Die Datei gilt nur mit format: table bei " + side + ".");
        }
    }

    private static void schema(YamlFile file, String pointer, Set<String> known, Report report) {
        String id = file.root().at(pointer).asText();
        if (!id.isEmpty() && !known.contains(id)) {
            report.at(
                    file,
                    pointer,
                    "Das Schema »%s« gibt es nicht; bitte unter config/standards oder routes anlegen.".formatted(id));
        }
    }

    private static void compile(Folders folders, Report report) {
        List<String> whole = folders.mappings().stream()
                .filter(id -> folders.isFile("mappings/" + id + "/mapping.yaml"))
                .filter(id -> folders.isFile("mappings/" + id + STYLESHEET))
                .toList();
        Mappings.failures(folders.home().resolve("mappings"), whole).forEach((id, why) -> {
            // a wrong description is SchemaCheck's finding
            if ("mapping-stylesheet".equals(why.problemCode())) {
                report.at("mappings/" + id + STYLESHEET, "Bitte das Stylesheet berichtigen. " + why.sentence());
            }
        });
    }
}
