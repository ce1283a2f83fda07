package org.stadtbus.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.HubException;

/** Whether one event is what was written. */
final class EventCheck {
    private final JournalCodec codec;

    EventCheck(JournalCodec codec) {
        this.codec = codec;
    }

    /** An event as the database has it. */
    record Row(
            long number,
            String eventId,
            String journeyId,
            String messageId,
            String type,
            Instant happenedAt,
            String event,
            String previousHash,
            String hash) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("number"),
                    row.getString("event_id"),
                    row.getString("journey_id"),
                    row.getString("message_id"),
                    row.getString("type"),
                    Times.read(row, "happened_at"),
                    row.getString("event"),
                    row.getString("previous_hash"),
                    row.getString("hash"));
        }
    }

    /** What is wrong, as a German sentence; empty when nothing is. */
    Optional<String> fault(Row row, long expected, String previous) {
        if (row.number() != expected) {
            return Optional.of("Der Eintrag fehlt.");
        }
        if (!row.previousHash().equals(previous)) {
            return Optional.of("Er schließt nicht an den Eintrag davor an.");
        }
        if (!HashChain.next(previous, row.event()).equals(row.hash())) {
            return Optional.of("Sein Inhalt oder seine Prüfsumme wurde verändert.");
        }
        return columns(row);
    }

    private Optional<String> columns(Row row) {
        JournalEvent event;
        try {
            event = codec.read(row.event());
        } catch (HubException unreadable) {
            return Optional.of(unreadable.sentence());
        }
        Map<String, Boolean> fits = new LinkedHashMap<>();
        fits.put("event_id", row.eventId().equals(event.eventId()));
        fits.put("journey_id", row.journeyId().equals(event.envelope().journeyId()));
        fits.put("message_id", row.messageId().equals(event.envelope().messageId()));
        fits.put("type", row.type().equals(event.type().name()));
        fits.put("happened_at", row.happenedAt().equals(Times.stored(event.at())));
        return fits.entrySet().stream()
                .filter(column -> !column.getValue())
                .map(column -> "Seine Spalte " + column.getKey() + " passt nicht zu seinem Inhalt.")
                .findFirst();
    }
}
