package org.stadtbus.journal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.stadtbus.envelope.Envelope;

/** What journeys are found by besides their own columns; used inside a transaction. */
final class SearchTable {
    private static final Set<EventType> AT_A_PROCEDURE = Set.of(
            EventType.HANDED_OVER,
            EventType.DELIVERED,
            EventType.FETCHED,
            EventType.DELAYED,
            EventType.ANSWERED,
            EventType.CLEARING);
    private static final String HUB = "stadtbus";
    private static final int NAME_LENGTH = 100;

    private final NamedParameterJdbcTemplate jdbc;

    SearchTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A procedure a journey met. */
    record Met(String journeyId, String procedureId) {}

    private record Term(String journeyId, SearchTerm term) {}

    /** The procedures these events happened at. */
    static Set<Met> met(Collection<JournalEvent> events) {
        Set<Met> met = new LinkedHashSet<>();
        for (JournalEvent event : events) {
            if (AT_A_PROCEDURE.contains(event.type()) && !event.system().equals(HUB)) {
                String procedure = event.system();
                met.add(new Met(
                        event.envelope().journeyId(),
                        procedure.length() <= NAME_LENGTH ? procedure : procedure.substring(0, NAME_LENGTH)));
            }
        }
        return met;
    }

    /** Adds the terms of these envelopes; those that are there already change nothing. */
    void addTerms(Collection<Envelope> envelopes) {
        Set<Term> terms = new LinkedHashSet<>();
        for (Envelope envelope : envelopes) {
            SearchTerm.of(envelope).forEach(term -> terms.add(new Term(envelope.journeyId(), term)));
        }
        batch(
                """
                insert into journey_term (journey_id, term, whole) values (:journeyId, :term, :whole)
                on conflict do nothing
                """,
                terms.stream()
                        .map(t -> new MapSqlParameterSource("journeyId", t.journeyId())
                                .addValue("term", t.term().bytes())
                                .addValue("whole", t.term().whole()))
                        .toList());
    }

    /** Adds procedures to journeys that are there; those that are there already change nothing. */
    void addProcedures(Collection<Met> met) {
        batch(
                """
                insert into journey_procedure (journey_id, procedure_id, received_at)
                select journey_id, :procedureId, received_at from journey where journey_id = :journeyId
                on conflict do nothing
                """,
                met.stream()
                        .map(m -> new MapSqlParameterSource("journeyId", m.journeyId())
                                .addValue("procedureId", m.procedureId()))
                        .toList());
    }

    /** These journeys began earlier than known so far. */
    void beganEarlier(Collection<JourneyRow> journeys) {
        batch(
                "update journey_procedure set received_at = :receivedAt where journey_id = :journeyId",
                journeys.stream()
                        .map(row -> new MapSqlParameterSource("journeyId", row.journeyId())
                                .addValue("receivedAt", Times.column(row.receivedAt())))
                        .toList());
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
