package org.stadtbus.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;

/** The event that tells a journey that one of its steps could not be journalled. Keeps nothing of that step but its ids. */
final class JournalGap {
    private static final String HUB = "stadtbus";

    private JournalGap() {}

    /** For an event the database refuses. */
    static JournalEvent of(JournalEvent refused) {
        return gap(
                refused.eventId(),
                refused.envelope().messageId(),
                refused.envelope().journeyId(),
                refused.at());
    }

    /** For a text that is no event of this release; empty when it does not even say which journey it was about. */
    static Optional<JournalEvent> of(JournalCodec codec, @Nullable String text) {
        return codec.tree(text == null ? "" : text).flatMap(event -> {
            String journeyId = event.path("envelope").path("journeyId").asText();
            String eventId = event.path("eventId").asText();
            return journeyId.isEmpty() || eventId.isEmpty()
                    ? Optional.empty()
                    : time(event)
                            .map(at -> gap(
                                    eventId,
                                    event.path("envelope").path("messageId").asText(),
                                    journeyId,
                                    at));
        });
    }

    private static Optional<Instant> time(JsonNode event) {
        try {
            return Optional.of(Instant.parse(event.path("at").asText()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static JournalEvent gap(String eventId, String messageId, String journeyId, Instant at) {
        // a message of its own, so that the refused one's envelope stays as it was
        Envelope nothing =
                Envelope.builder(Ids.derived(messageId, "gap"), journeyId, at).build();
        return new JournalEvent(
                Ids.derived(eventId, "gap"),
                EventType.GAP,
                at,
                HUB,
                "Ein Schritt ließ sich nicht ins Journal schreiben und wurde beiseitegelegt (Ereignis " + eventId
                        + ").",
                null,
                nothing,
                null);
    }
}
