package org.stadtbus.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtbus.envelope.Envelope;

/** Reads the projection. */
public final class JdbcJournal implements JournalQueries {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JournalCodec codec;

    JdbcJournal(JdbcClient jdbc, JournalCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    @Override
    public List<Journey> journeys(Filter filter, int limit) {
        String before = filter.before();
        Optional<Instant> beforeTime = before == null ? Optional.empty() : receivedAt(before);
        if (before != null && beforeTime.isEmpty()) {
            return List.of();
        }
        JourneySearch search = JourneySearch.of(filter, beforeTime.orElse(null));
        return jdbc
                .sql(search.sql())
                .params(search.parameters())
                .param("limit", Math.max(1, Math.min(limit, MOST)))
                .query((row, n) -> journey(JourneyTable.read(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Instant> receivedAt(String journeyId) {
        return jdbc.sql("select received_at from journey where journey_id = :id")
                .param("id", journeyId)
                .query((row, n) -> Times.read(row, "received_at"))
                .optional();
    }

    @Override
    public Optional<Journey> journey(String journeyId) {
        return jdbc
                .sql("select * from journey where journey_id = :id and state is not null")
                .param("id", journeyId)
                .query((row, n) -> journey(JourneyTable.read(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Journey> journey(JourneyRow row) {
        return Optional.ofNullable(row.state().value())
                .map(state -> new Journey(
                        row.journeyId(),
                        row.service(),
                        row.channel(),
                        row.externalReference(),
                        row.businessKey(),
                        state,
                        row.state().sentence(),
                        row.unchecked(),
                        row.test(),
                        row.receivedAt(),
                        row.changedAt()));
    }

    @Override
    public List<Step> steps(String journeyId) {
        return jdbc.sql("select number, event from journal_event where journey_id = :id order by happened_at, number")
                .param("id", journeyId)
                .query((row, n) -> step(row.getLong("number"), codec.read(row.getString("event"))))
                .list();
    }

    private static Step step(long number, JournalEvent event) {
        Envelope e = event.envelope();
        return new Step(
                number,
                event.eventId(),
                e.messageId(),
                e.messageType(),
                event.type(),
                event.at(),
                event.system(),
                event.sentence(),
                event.state(),
                event.payload(),
                e.attachments());
    }

    @Override
    public Optional<Envelope> message(String messageId) {
        return jdbc.sql("select envelope from message where message_id = :id")
                .param("id", messageId)
                .query(String.class)
                .optional()
                .map(codec::readEnvelope);
    }
}
