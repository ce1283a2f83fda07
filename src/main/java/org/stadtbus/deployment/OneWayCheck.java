package org.stadtbus.deployment;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing is handed to a procedure that only brings messages: it would lie in a queue that nobody empties. */
final class OneWayCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Set<String> oneWay = Entry.of(folders).stream()
                .filter(Entry::onlyBrings)
                .map(Entry::id)
                .collect(Collectors.toSet());
        for (Use use : Use.of(folders, "hub")) {
            receivers(use)
                    .filter(oneWay::contains)
                    .forEach(id -> report.at(
                            use.file(),
                            use.pointer(),
                            "Das Fachverfahren »%s« gibt nur ab; bitte in seiner Anbindung properties angeben oder ihm nichts übergeben."
                                    .formatted(id)));
        }
    }

    private static Stream<String> receivers(Use use) {
        Map<String, String> parameters = use.parameters();
        return switch (use.path()) {
            case "to" -> HubReferenceCheck.split(parameters.getOrDefault("procedure", "")).stream();
            case "from" ->
                Stream.of("rejectMapping", "replyMapping").anyMatch(parameters::containsKey)
                        ? Stream.of(parameters.getOrDefault("answersOf", ""))
                        : Stream.empty();
            default -> Stream.empty();
        };
    }
}
