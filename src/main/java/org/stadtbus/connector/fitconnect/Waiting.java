package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A submission that waits to be fetched; both ids are UUIDs, so they may stand in an address. */
record Waiting(String submissionId, String caseId) {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** An entry of the list; empty when its ids are not UUIDs. */
    static Optional<Waiting> read(JsonNode entry) {
        Waiting read = new Waiting(
                entry.path("submissionId").asText(), entry.path("caseId").asText());
        return UUID.matcher(read.submissionId).matches()
                        && UUID.matcher(read.caseId).matches()
                ? Optional.of(read)
                : Optional.empty();
    }
}
