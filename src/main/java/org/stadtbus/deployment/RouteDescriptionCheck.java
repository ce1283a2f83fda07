package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What route.yaml names is there: unit, forms, standards; and each service has one route. */
final class RouteDescriptionCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Map<String, String> services = new HashMap<>();
        Set<String> units = Entry.units(folders);
        Set<String> standards = folders.standards();
        folders.of(FileKind.ROUTE).filter(file -> file.faults().isEmpty()).forEach(file -> {
            String service = file.root().path("service").asText();
            String other = services.putIfAbsent(service, file.path());
            if (other != null) {
                report.at(
                        file,
                        "/service",
                        "Die Leistung »%s« hat schon die Linie %s; jede Leistung hat genau eine."
                                .formatted(service, other));
            }
            String owner = file.root().path("owner").asText();
            if (!units.contains(owner)) {
                report.at(
                        file,
                        "/owner",
                        "Die Stelle »%s« steht nicht im Katalog; bitte den Namen aus config/procedures nehmen."
                                .formatted(owner));
            }
            forms(folders, file, report);
            standards(file, standards, report);
        });
    }

    private static void forms(Folders folders, YamlFile file, Report report) {
        JsonNode forms = file.root().path("forms");
        for (int i = 0; i < forms.size(); i++) {
            String schema = forms.path(i).path("schema").asText() + ".schema.json";
            if (!folders.isFile(file.folderPath() + "/" + schema)) {
                report.at(
                        file,
                        "/forms/" + i,
                        "Es fehlt das Schema %s/%s; bitte neben route.yaml ablegen."
                                .formatted(file.folderPath(), schema));
            }
        }
    }

    private static void standards(YamlFile file, Set<String> known, Report report) {
        JsonNode standards = file.root().path("standards");
        for (int i = 0; i < standards.size(); i++) {
            String id = standards.path(i).asText();
            if (!known.contains(id)) {
                report.at(
                        file,
                        "/standards/" + i,
                        "Den Standard »%s« gibt es nicht; bitte config/standards/%s.yaml anlegen.".formatted(id, id));
            }
        }
    }
}
