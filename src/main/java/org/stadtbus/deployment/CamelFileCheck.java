package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Every route has an id of its own and begins with hub:from. */
final class CamelFileCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Map<String, String> ids = new HashMap<>();
        folders.of(FileKind.CAMEL).filter(file -> file.faults().isEmpty()).forEach(file -> {
            if (!file.root().isArray() || file.root().isEmpty()) {
                report.at(file.path(), "Die Datei muss eine Liste von Linien sein, die mit »- route:« beginnt.");
            }
            for (int i = 0; i < file.root().size(); i++) {
                JsonNode item = file.root().path(i);
                if (item.has("route")) {
                    route(file, "/" + i + "/route", item.path("route"), ids, report);
                } else if (item.has("from")) {
                    report.at(file, "/" + i, "Bitte die Linie mit »- route:« und einer id beginnen.");
                }
            }
        });
    }

    private static void route(YamlFile file, String pointer, JsonNode route, Map<String, String> ids, Report report) {
        String id = route.path("id").asText();
        if (id.isBlank()) {
            report.at(file, pointer, "Die Linie hat keine id; bitte ergänzen.");
        } else {
            String other = ids.putIfAbsent(id, file.path());
            if (other != null) {
                report.at(
                        file,
                        pointer + "/id",
                        "Die id »%s« gibt es schon in %s; bitte eine andere wählen.".formatted(id, other));
            }
        }
        JsonNode from = route.path("from");
        String uri = from.isTextual() ? from.asText() : from.path("uri").asText();
        if (!uri.matches("hub:(//)?from(\\?.*)?")) {
            report.at(file, pointer + "/from", "Eine Linie muss mit hub:from beginnen.");
        }
    }
}
