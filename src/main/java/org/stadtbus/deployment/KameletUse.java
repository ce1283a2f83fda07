package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place that gives a Kamelet its properties: a route, or a connection of the catalogue.
 *
 * @param file where
 * @param pointer JSON pointer to the place
 * @param kamelet name of the Kamelet
 * @param values properties as written
 */
record KameletUse(YamlFile file, String pointer, String kamelet, Map<String, String> values) {

    static List<KameletUse> of(Folders folders) {
        List<KameletUse> uses = new ArrayList<>();
        for (Use use : Use.of(folders, "kamelet")) {
            if (!"source".equals(use.path()) && !"sink".equals(use.path())) {
                uses.add(new KameletUse(use.file(), use.pointer(), use.path().split("/", -1)[0], use.parameters()));
            }
        }
        for (Entry entry : Entry.of(folders)) {
            entry.connection().ifPresent(connection -> connection(folders, entry, connection, uses));
        }
        return uses;
    }

    private static void connection(Folders folders, Entry entry, JsonNode connection, List<KameletUse> uses) {
        String pointer = entry.pointer() + "/connection";
        String sink = entry.connector() + "-sink";
        if (!entry.onlyBrings()
                && (connection.has("properties") || folders.kamelet(sink).isPresent())) {
            String place = connection.has("properties") ? pointer + "/properties" : pointer;
            uses.add(new KameletUse(entry.file(), place, sink, values(connection.path("properties"))));
        }
        if (connection.has("source")) {
            uses.add(new KameletUse(
                    entry.file(),
                    pointer + "/source",
                    entry.connector() + "-source",
                    values(connection.path("source"))));
        }
    }

    private static Map<String, String> values(JsonNode properties) {
        Map<String, String> values = new LinkedHashMap<>();
        properties.properties().forEach(p -> values.put(p.getKey(), p.getValue().asText()));
        return values;
    }

    /** Pointer to one property, as far as it has a place of its own. */
    String pointer(String property) {
        return pointer + "/" + property.replace("~", "~0").replace("/", "~1");
    }
}
