package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Tables of the properties of a connector's Kamelets, so that no property is described twice. */
final class PropertyTables {
    private PropertyTables() {}

    /** The tables of a connector's Kamelets. */
    static String of(Folders folders, String folder) {
        StringBuilder text = new StringBuilder();
        List<Kamelet> kamelets = folders.kamelets().stream()
                .filter(kamelet -> kamelet.file().folderPath().equals(folder))
                .toList();
        for (Kamelet kamelet : kamelets) {
            text.append("\n### Eigenschaften von `").append(kamelet.fileName()).append("`\n\n");
            if (kamelet.propertyNames().isEmpty()) {
                text.append("Keine.\n");
            } else {
                text.append("| Eigenschaft | Bedeutung | Vorgabe |\n|---|---|---|\n");
                kamelet.propertyNames().forEach(name -> text.append(row(kamelet, name)));
            }
        }
        return text.toString();
    }

    private static String row(Kamelet kamelet, String name) {
        JsonNode property = kamelet.properties().path(name);
        String otherwise = property.has("default")
                ? "`" + property.path("default").asText() + "`"
                : kamelet.required().contains(name) ? "muss angegeben werden" : "";
        return "| `%s` | %s: %s%s | %s |\n"
                .formatted(
                        name,
                        property.path("title").asText(),
                        property.path("description").asText(),
                        kamelet.secret(name) ? " (Geheimnis)" : "",
                        otherwise);
    }
}
