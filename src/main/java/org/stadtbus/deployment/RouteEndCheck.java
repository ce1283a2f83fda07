package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;

/** A route that takes messages off a queue gives each of them on, whatever way it goes; otherwise it swallows them. */
final class RouteEndCheck implements Check {
    private static final Set<String> ENDS = Set.of("hub:to", "hub:reply");

    @Override
    public void check(Folders folders, Report report) {
        folders.of(FileKind.CAMEL).filter(file -> file.faults().isEmpty()).forEach(file -> {
            for (int i = 0; i < file.root().size(); i++) {
                JsonNode from = file.root().path(i).path("route").path("from");
                if (address(from.path("uri").asText()).equals("hub:from") && !passesOn(from.path("steps"))) {
                    report.at(
                            file,
                            "/" + i + "/route/from",
                            "Die Linie »%s« gibt ihre Nachrichten nicht auf jedem Weg weiter; bitte jeden Weg zu hub:to oder hub:reply führen."
                                    .formatted(file.root()
                                            .path(i)
                                            .path("route")
                                            .path("id")
                                            .asText()));
                }
            }
        });
    }

    /** A row of steps gives on when one of them does, whatever the message is. */
    private static boolean passesOn(JsonNode steps) {
        for (JsonNode step : steps) {
            for (Iterator<String> kinds = step.fieldNames(); kinds.hasNext(); ) {
                String kind = kinds.next();
                if (passesOn(kind, step.path(kind))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean passesOn(String kind, JsonNode step) {
        return switch (kind) {
            case "to", "toD" ->
                ENDS.contains(address(
                        step.isTextual() ? step.asText() : step.path("uri").asText()));
            case "choice" ->
                everyWay(step.path("when")) && passesOn(step.path("otherwise").path("steps"));
            case "doTry" -> passesOn(step.path("steps")) && everyWay(step.path("doCatch"));
            // what fails is not swallowed: the hop decides what becomes of it
            case "throwException" -> true;
            case "filter", "intercept" -> false;
            default -> passesOn(step.path("steps"));
        };
    }

    private static boolean everyWay(JsonNode ways) {
        for (JsonNode way : ways) {
            if (!passesOn(way.path("steps"))) {
                return false;
            }
        }
        return true;
    }

    private static String address(String uri) {
        return uri.replaceFirst("\\?.*", "").replaceFirst("^hub://", "hub:");
    }
}
