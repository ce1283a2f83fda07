package org.stadtbus.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.stadtbus.envelope.JourneyState;

/** Where each journey stands; used inside a transaction. */
final class JourneyTable {
    private final NamedParameterJdbcTemplate jdbc;

    JourneyTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, JourneyRow> find(Collection<String> ids) {
        return jdbc
                .query("select * from journey where journey_id in (:ids)", Map.of("ids", ids), (row, n) -> read(row))
                .stream()
                .collect(Collectors.toMap(JourneyRow::journeyId, row -> row));
    }

    static JourneyRow read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new JourneyRow(
                row.getString("journey_id"),
                row.getString("service"),
                row.getString("channel"),
                row.getString("external_reference"),
                row.getString("business_key"),
                new JourneyRow.State(
                        state == null ? null : JourneyState.of(state),
                        row.getString("state_sentence"),
                        Times.readNullable(row, "state_at"),
                        row.getLong("state_number")),
                row.getBoolean("unchecked"),
                row.getBoolean("test"),
                Times.read(row, "received_at"),
                Times.read(row, "changed_at"));
    }

    void insert(List<JourneyRow> rows) {
        batch(
                """
                insert into journey
                    (journey_id, service, channel, external_reference, business_key, state, state_sentence, state_at,
                     state_number, unchecked, test, received_at, changed_at)
                values (:journeyId, :service, :channel, :reference, :businessKey, :state, :sentence, :stateAt,
                     :stateNumber, :unchecked, :test, :receivedAt, :changedAt)
                """,
                rows.stream().map(JourneyTable::parameters).toList());
    }

    void update(List<JourneyRow> rows) {
        batch(
                """
                update journey set service = :service, channel = :channel, external_reference = :reference,
                    business_key = :businessKey, state = :state, state_sentence = :sentence, state_at = :stateAt,
                    state_number = :stateNumber, unchecked = :unchecked, test = :test, received_at = :receivedAt,
                    changed_at = :changedAt
                where journey_id = :journeyId
                """,
                rows.stream().map(JourneyTable::parameters).toList());
    }

    private static MapSqlParameterSource parameters(JourneyRow row) {
        JourneyRow.State state = row.state();
        JourneyState value = state.value();
        Instant stateAt = state.at();
        return new MapSqlParameterSource("journeyId", row.journeyId())
                .addValue("service", row.service())
                .addValue("channel", row.channel())
                .addValue("reference", row.externalReference())
                .addValue("businessKey", row.businessKey())
                .addValue("state", value == null ? null : value.code())
                .addValue("sentence", state.sentence())
                .addValue("stateAt", stateAt == null ? null : Times.column(stateAt))
                .addValue("stateNumber", state.number())
                .addValue("unchecked", row.unchecked())
                .addValue("test", row.test())
                .addValue("receivedAt", Times.column(row.receivedAt()))
                .addValue("changedAt", Times.column(row.changedAt()));
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
