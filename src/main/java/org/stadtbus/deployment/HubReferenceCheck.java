package org.stadtbus.deployment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.standards.Datatype;

/** What hub: steps name is there: mappings, procedures, schemas, states, the service of the folder. */
final class HubReferenceCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Known known = new Known(folders.mappings(), Entry.ids(folders), folders.schemas());
        for (Use use : Use.of(folders, "hub")) {
            use.parameters().forEach((name, value) -> {
                switch (name) {
                    case "mapping", "rejectMapping", "replyMapping" ->
                        one(use, report, "Die Abbildung", value, known.mappings);
                    case "schema" -> one(use, report, "Das Schema", value, known.schemas);
                    case "procedure", "answersOf", "askedBy" ->
                        split(value).forEach(id -> one(use, report, "Das Fachverfahren", id, known.procedures));
                    case "state" -> one(use, report, "Den Zustand", value, STATES);
                    case "service" -> service(folders, use, value, report);
                    case "concurrency" -> concurrency(use, value, report);
                    case "datatype" -> one(use, report, "Den Datentyp", value, DATATYPES);
                    case "leads" -> truth(use, value, report);
                    default -> {}
                }
            });
        }
    }

    private static final List<String> STATES =
            Arrays.stream(JourneyState.values()).map(JourneyState::code).toList();

    private static final List<String> DATATYPES =
            Arrays.stream(Datatype.values()).map(Datatype::name).toList();

    private record Known(List<String> mappings, Set<String> procedures, Set<String> schemas) {}

    static List<String> split(String ids) {
        return Arrays.stream(ids.split(",", -1)).map(String::strip).toList();
    }

    private static void one(Use use, Report report, String what, String value, Collection<String> known) {
        if (!known.contains(value) && !value.isBlank()) {
            String choice = known.size() > 20
                    ? "bitte die Kennung in config/procedures nachsehen"
                    : "es gibt " + known.stream().sorted().collect(Collectors.joining(", "));
            report.at(use.file(), use.pointer(), "%s »%s« gibt es nicht; %s.".formatted(what, value, choice));
        }
    }

    private static void service(Folders folders, Use use, String value, Report report) {
        String wanted = folders.file(use.file().folderPath() + "/route.yaml")
                .map(route -> route.root().path("service").asText())
                .orElse(value);
        if (!wanted.equals(value)) {
            report.at(
                    use.file(),
                    use.pointer(),
                    "Die Leistung »%s« ist nicht die der route.yaml daneben (%s); bitte angleichen."
                            .formatted(value, wanted));
        }
    }

    private static void truth(Use use, String value, Report report) {
        if (!value.matches("true|false")) {
            report.at(use.file(), use.pointer(), "leads darf nur true oder false sein.");
        }
    }

    private static void concurrency(Use use, String value, Report report) {
        if (!value.matches("[1-9][0-9]?")) {
            report.at(use.file(), use.pointer(), "concurrency muss eine ganze Zahl von 1 bis 99 sein.");
        }
    }
}
