package org.stadtbus.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The chained events; used inside a transaction. */
final class EventTable {
    private final NamedParameterJdbcTemplate jdbc;

    EventTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * End of the hash chain.
     *
     * @param checkpoint number of the last checkpoint, 0 before the first
     * @param checkpointAt when it was made; absent before the first
     */
    record Head(long number, String hash, long checkpoint, @Nullable Instant checkpointAt) {
        Head moved(Link last, @Nullable Checkpoint newest) {
            return newest == null
                    ? new Head(last.number(), last.hash(), checkpoint, checkpointAt)
                    : new Head(last.number(), last.hash(), newest.number(), newest.madeAt());
        }

        static Head read(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("number"),
                    row.getString("hash"),
                    row.getLong("checkpoint"),
                    Times.readNullable(row, "checkpoint_at"));
        }
    }

    /** One link of the chain. */
    record Link(long number, JournalEvent event, String json, String previousHash, String hash) {}

    /** Takes the end of the chain and keeps every other writer out until the transaction ends. */
    Head lockHead() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select * from journal_head where id = 1 for update", Map.of(), (row, n) -> Head.read(row)))
                .orElseThrow();
    }

    void moveHead(Head head) {
        Instant checkpointAt = head.checkpointAt();
        jdbc.update(
                """
                update journal_head set number = :number, hash = :hash, checkpoint = :checkpoint, checkpoint_at = :at
                where id = 1
                """,
                new MapSqlParameterSource("number", head.number())
                        .addValue("hash", head.hash())
                        .addValue("checkpoint", head.checkpoint())
                        .addValue("at", checkpointAt == null ? null : Times.column(checkpointAt)));
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
