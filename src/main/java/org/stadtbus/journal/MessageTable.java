package org.stadtbus.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The newest envelope of each message; used inside a transaction. */
final class MessageTable {
    private final NamedParameterJdbcTemplate jdbc;

    MessageTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A message's newest envelope. */
    record Row(String messageId, String journeyId, String envelope, Instant seenAt) {}

    Map<String, Instant> seen(Collection<String> ids) {
        return jdbc
                .query(
                        "select message_id, seen_at from message where message_id in (:ids)",
                        Map.of("ids", ids),
                        (row, n) -> Map.entry(row.getString("message_id"), Times.read(row, "seen_at")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void insert(List<Row> rows) {
        batch(
                """
                insert into message (message_id, journey_id, envelope, seen_at)
                values (:messageId, :journeyId, :envelope, :seenAt)
                """,
                rows.stream().map(MessageTable::parameters).toList());
    }

    void update(List<Row> rows) {
        batch(
                """
                update message set journey_id = :journeyId, envelope = :envelope, seen_at = :seenAt
                where message_id = :messageId
                """,
                rows.stream().map(MessageTable::parameters).toList());
    }

    private static MapSqlParameterSource parameters(Row row) {
        return new MapSqlParameterSource("messageId", row.messageId())
                .addValue("journeyId", row.journeyId())
                .addValue("envelope", row.envelope())
                .addValue("seenAt", Times.column(row.seenAt()));
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
