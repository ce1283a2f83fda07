package org.stadtbus.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Procedures have ids of their own, units one file each, and connections name connectors and standards that are there. */
final class CatalogueCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Map<String, String> units = new HashMap<>();
        folders.of(FileKind.PROCEDURES).filter(file -> file.faults().isEmpty()).forEach(file -> {
            String unit = file.root().path("unit").asText();
            String other = units.putIfAbsent(unit, file.path());
            if (other != null) {
                report.at(
                        file,
                        "/unit",
                        "Die Einheit »%s« hat schon die Datei %s; bitte dort eintragen.".formatted(unit, other));
            }
        });
        Map<String, String> ids = new HashMap<>();
        Set<String> standards = folders.standards();
        Set<String> connectors = Set.copyOf(folders.folders("connectors"));
        for (Entry entry : Entry.of(folders)) {
            String other = ids.putIfAbsent(entry.id(), entry.file().path());
            if (other != null) {
                report.at(
                        entry.file(),
                        entry.pointer() + "/id",
                        "Die Kennung »%s« gibt es schon in %s; bitte eine andere wählen.".formatted(entry.id(), other));
            }
            connection(entry, connectors, standards, report);
        }
    }

    private static void connection(Entry entry, Set<String> connectors, Set<String> standards, Report report) {
        entry.connection().ifPresent(connection -> {
            String pointer = entry.pointer() + "/connection";
            if (!connectors.contains(entry.connector())) {
                report.at(
                        entry.file(),
                        pointer + "/connector",
                        "Den Anschluss »%s« gibt es nicht; bitte den Ordner connectors/%s anlegen."
                                .formatted(entry.connector(), entry.connector()));
            }
            String standard = connection.path("standard").asText();
            if (!standard.isEmpty() && !standards.contains(standard)) {
                report.at(
                        entry.file(),
                        pointer + "/standard",
                        "Den Standard »%s« gibt es nicht; bitte config/standards/%s.yaml anlegen."
                                .formatted(standard, standard));
            }
        });
    }
}
