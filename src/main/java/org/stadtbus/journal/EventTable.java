package org.stadtbus.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The chained events; used inside a transaction. */
final class EventTable {
    private final NamedParameterJdbcTemplate jdbc;

    EventTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** End of the hash chain. */
    record Head(long number, String hash) {}

    /** One link of the chain. */
    record Link(long number, JournalEvent event, String json, String previousHash, String hash) {}

    /** Takes the end of the chain and keeps every other writer out until the transaction ends. */
    Head lockHead() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select number, hash from journal_head where id = 1 for update",
                        Map.of(),
                        (row, n) -> new Head(row.getLong("number"), row.getString("hash"))))
                .orElseThrow();
    }

    void moveHead(Head head) {
        jdbc.update(
                "update journal_head set number = :number, hash = :hash where id = 1",
                Map.of("number", head.number(), "hash", head.hash()));
    }

    Set<String> knownEvents(Collection<String> eventIds) {
        return new HashSet<>(jdbc.queryForList(
                "select event_id from journal_event where event_id in (:ids)", Map.of("ids", eventIds), String.class));
    }

    void append(List<Link> links) {
        batch(
                """
                insert into journal_event
                    (number, event_id, journey_id, message_id, type, happened_at, event, previous_hash, hash)
                values (:number, :eventId, :journeyId, :messageId, :type, :at, :event, :previousHash, :hash)
                """,
                links.stream().map(EventTable::parameters).toList());
    }

    private static MapSqlParameterSource parameters(Link link) {
        JournalEvent event = link.event();
        return new MapSqlParameterSource("number", link.number())
                .addValue("eventId", event.eventId())
                .addValue("journeyId", event.envelope().journeyId())
                .addValue("messageId", event.envelope().messageId())
                .addValue("type", event.type().name())
                .addValue("at", Times.column(event.at()))
                .addValue("event", link.json())
                .addValue("previousHash", link.previousHash())
                .addValue("hash", link.hash());
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
