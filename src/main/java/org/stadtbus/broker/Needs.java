package org.stadtbus.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Gathers what messages need, from their properties on the wire. */
final class Needs {
    private static final String ADDRESS = "sha256";

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> contents = new HashSet<>();
    private final Set<String> journeys = new HashSet<>();

    Waiting waiting() {
        return new Waiting(Set.copyOf(contents), Set.copyOf(journeys));
    }

    void address(@Nullable String address) {
        if (address != null) {
            contents.add(address);
        }
    }

    void envelope(@Nullable String text) {
        if (text != null) {
            envelope(tree(text));
        }
    }

    void event(String text) {
        JsonNode event = tree(text);
        JsonNode payload = event.path("payload").path(ADDRESS);
        if (payload.isTextual()) {
            contents.add(payload.asText());
        }
        envelope(event.path("envelope"));
    }

    private void envelope(JsonNode envelope) {
        if (envelope.path("journeyId").isTextual()) {
            journeys.add(envelope.path("journeyId").asText());
        }
        envelope.path("attachments")
                .forEach(file -> contents.add(file.path(ADDRESS).asText()));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new HubException(
                    FailureKind.TRANSIENT,
                    "queues-unreadable",
                    "Eine Nachricht in den Warteschlangen ist nicht lesbar; der Tresor wird nicht aufgeräumt, solange sie dort liegt.",
                    e);
        }
    }
}
