package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;

/** A connection sets what its connector needs to tell a repetition from a new message. */
final class DeduplicationCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (Entry entry : Entry.of(folders)) {
            entry.connection().filter(connection -> !entry.onlyBrings()).ifPresent(connection -> folders.file(
                            "connectors/" + entry.connector() + "/connector.yaml")
                    .ifPresent(connector -> check(entry, connection, connector, report)));
        }
    }

    private static void check(Entry entry, JsonNode connection, YamlFile connector, Report report) {
        for (JsonNode needed : connector.root().path("deduplicatesWith")) {
            if (connection.path("properties").path(needed.asText()).asText().isBlank()) {
                report.at(
                        entry.file(),
                        entry.pointer() + "/connection",
                        "Ohne die Eigenschaft »%s« kann »%s« eine Nachricht doppelt bekommen; bitte angeben."
                                .formatted(needed.asText(), entry.id()));
            }
        }
    }
}
