package org.stadtbus.clearing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/** Where each case stands; used inside a transaction. */
final class CaseTable {
    private static final int LONG = 500;
    private static final int SHORT = 200;
    private static final int ID = 100;

    private final NamedParameterJdbcTemplate jdbc;

    CaseTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, ClearingCase> find(Collection<String> ids) {
        return jdbc
                .query("select * from clearing_case where case_id in (:ids)", Map.of("ids", ids), (row, n) -> read(row))
                .stream()
                .collect(Collectors.toMap(ClearingCase::caseId, c -> c));
    }

    static ClearingCase read(ResultSet row) throws SQLException {
        String editors = row.getString("editors");
        return new ClearingCase(
                row.getString("case_id"),
                row.getLong("version"),
                CaseState.of(row.getString("state")),
                row.getString("unit"),
                row.getString("queue"),
                row.getString("system"),
                new ClearingCase.MessageKey(
                        row.getString("journey_id"),
                        row.getString("message_id"),
                        row.getString("message_type"),
                        row.getString("service")),
                new CaseNote.Failure(
                        FailureKind.valueOf(row.getString("failure_kind")),
                        row.getString("problem_code"),
                        row.getString("sentence"),
                        row.getString("step"),
                        row.getBoolean("may_have_arrived")),
                payload(row),
                row.getString("original_sha256"),
                editors.isEmpty() ? List.of() : editors.lines().toList(),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "changed_at"));
    }

    private static @Nullable PayloadRef payload(ResultSet row) throws SQLException {
        String sha256 = row.getString("payload_sha256");
        return sha256 == null
                ? null
                : new PayloadRef(
                        sha256, row.getLong("payload_size"), row.getString("content_type"), row.getString("filename"));
    }

    void insert(List<ClearingCase> rows) {
        batch(
                """
                insert into clearing_case
                    (case_id, version, state, unit, queue, system, journey_id, message_id, message_type, service,
                     failure_kind, problem_code, sentence, step, may_have_arrived, payload_sha256, payload_size,
                     content_type, filename, original_sha256, editors, opened_at, changed_at)
                values (:caseId, :version, :state, :unit, :queue, :system, :journeyId, :messageId, :messageType,
                     :service, :kind, :code, :sentence, :step, :mayHaveArrived, :sha256, :size, :contentType,
                     :filename, :original, :editors, :openedAt, :changedAt)
                """,
                rows);
    }

    void update(List<ClearingCase> rows) {
        batch(
                """
                update clearing_case set version = :version, state = :state, unit = :unit, queue = :queue,
                    system = :system, journey_id = :journeyId, message_id = :messageId, message_type = :messageType,
                    service = :service, failure_kind = :kind, problem_code = :code, sentence = :sentence,
                    step = :step, may_have_arrived = :mayHaveArrived, payload_sha256 = :sha256,
                    payload_size = :size, content_type = :contentType, filename = :filename,
                    original_sha256 = :original, editors = :editors, opened_at = :openedAt, changed_at = :changedAt
                where case_id = :caseId
                """,
                rows);
    }

    private void batch(String sql, List<ClearingCase> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.stream().map(CaseTable::parameters).toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource parameters(ClearingCase c) {
        PayloadRef payload = c.payload();
        return new MapSqlParameterSource("caseId", c.caseId())
                .addValue("version", c.version())
                .addValue("state", c.state().code())
                .addValue("unit", Columns.cut(c.unit(), SHORT))
                .addValue("queue", Columns.cut(c.queue(), SHORT))
                .addValue("system", Columns.cut(c.system(), ID))
                .addValue("journeyId", c.message().journeyId())
                .addValue("messageId", c.message().messageId())
                .addValue("messageType", Columns.cut(c.message().messageType(), LONG))
                .addValue("service", Columns.cut(c.message().service(), ID))
                .addValue("kind", c.failure().kind().name())
                .addValue("code", Columns.cut(c.failure().problemCode(), ID))
                .addValue("sentence", c.failure().sentence())
                .addValue("step", Columns.cut(c.failure().step(), LONG))
                .addValue("mayHaveArrived", c.failure().mayHaveArrived())
                .addValue("sha256", payload == null ? null : payload.sha256())
                .addValue("size", payload == null ? null : payload.size())
                .addValue("contentType", payload == null ? null : Columns.cut(payload.contentType(), SHORT))
                .addValue("filename", payload == null ? null : Columns.cut(payload.filename(), LONG))
                .addValue("original", c.original())
                .addValue("editors", String.join("\n", c.editors()))
                .addValue("openedAt", Columns.time(c.openedAt()))
                .addValue("changedAt", Columns.time(c.changedAt()));
    }
}
