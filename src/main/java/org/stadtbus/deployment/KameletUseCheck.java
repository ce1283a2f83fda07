package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whoever uses a Kamelet gives it all it requires, nothing it does not know, and only values it allows. */
final class KameletUseCheck implements Check {
    private static final Pattern LATER = Pattern.compile("\\$\\{.+\\}|\\{\\{.+\\}\\}");

    @Override
    public void check(Folders folders, Report report) {
        for (KameletUse use : KameletUse.of(folders)) {
            folders.kamelet(use.kamelet()).ifPresentOrElse(kamelet -> check(use, kamelet, report), () -> {
                // a connector that is not there at all is CatalogueCheck's finding
                if (folders.folders("connectors").contains(use.kamelet().replaceFirst("-(source|sink)$", ""))
                        || use.file().is(FileKind.CAMEL)) {
                    report.at(
                            use.file(),
                            use.pointer(),
                            "Das Kamelet »%s« gibt es nicht; bitte unter connectors anlegen.".formatted(use.kamelet()));
                }
            });
        }
    }

    private static void check(KameletUse use, Kamelet kamelet, Report report) {
        kamelet.required().stream()
                .filter(name -> !use.values().containsKey(name))
                .filter(name -> !kamelet.properties().path(name).has("default"))
                .forEach(name -> report.at(
                        use.file(),
                        use.pointer(),
                        "Dem Kamelet %s fehlt die Eigenschaft »%s«; bitte angeben.".formatted(use.kamelet(), name)));
        use.values().forEach((name, value) -> {
            JsonNode property = kamelet.properties().path(name);
            if (property.isMissingNode()) {
                report.at(
                        use.file(),
                        use.pointer(name),
                        "Das Kamelet %s kennt die Eigenschaft »%s« nicht; erlaubt sind %s."
                                .formatted(use.kamelet(), name, String.join(", ", kamelet.propertyNames())));
            } else if (!LATER.matcher(value).find()) {
                value(use, name, value, property, report);
            }
        });
    }

    private static void value(KameletUse use, String name, String value, JsonNode property, Report report) {
        List<String> allowed = new ArrayList<>();
        property.path("enum").forEach(v -> allowed.add(v.asText()));
        boolean fits =
                switch (property.path("type").asText()) {
                    case "integer" -> value.matches("-?[0-9]+");
                    case "number" -> value.matches("-?[0-9]+(\\.[0-9]+)?");
                    case "boolean" -> value.matches("true|false");
                    default -> true;
                };
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            report.at(
                    use.file(),
                    use.pointer(name),
                    "»%s« darf nur %s sein.".formatted(name, String.join(", ", allowed)));
        } else if (!fits) {
            report.at(
                    use.file(),
                    use.pointer(name),
                    "»%s« muss vom Typ %s sein."
                            .formatted(name, property.path("type").asText()));
        }
    }
}
