package org.stadtbus.clearing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtbus.broker.Queues;

/** Reads cases from the database. */
final class JdbcCases implements CaseQueries {
    private final JdbcClient jdbc;

    JdbcCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClearingCase> list(CaseFilter filter, @Nullable String before, int limit) {
        Where where = Where.of(filter);
        if (before != null) {
            where.and(
                    "(opened_at, case_id) < (select b.opened_at, b.case_id from clearing_case b where b.case_id = :before)",
                    "before",
                    before);
        }
        return jdbc.sql("select * from clearing_case where " + where.sql()
                        + " order by opened_at desc, case_id desc limit :limit")
                .params(where.parameters)
                .param("limit", Math.max(1, Math.min(limit, MOST)))
                .query((row, n) -> CaseTable.read(row))
                .list();
    }

    @Override
    public long count(CaseFilter filter) {
        Where where = Where.of(filter);
        return jdbc.sql("select count(*) from clearing_case where " + where.sql())
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<ClearingCase> find(String caseId) {
        return jdbc.sql("select * from clearing_case where case_id = :id")
                .param("id", caseId)
                .query((row, n) -> CaseTable.read(row))
                .optional();
    }

    @Override
    public List<CaseEntry> history(String caseId) {
        return jdbc.sql("select * from clearing_entry where case_id = :id order by version, happened_at, event_id")
                .param("id", caseId)
                .query((row, n) -> new CaseEntry(
                        row.getLong("version"),
                        Columns.instant(row, "happened_at"),
                        row.getString("action"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("sentence"),
                        CaseState.of(row.getString("state")),
                        row.getString("payload_sha256"),
                        row.getString("replaced_sha256")))
                .list();
    }

    /** Conditions of a statement, with named parameters. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> parameters = new HashMap<>();

        static Where of(CaseFilter filter) {
            Where where = new Where();
            if (!filter.units().isEmpty()) {
                where.and("unit in (:units)", "units", filter.units());
            }
            if (!filter.states().isEmpty()) {
                where.and(
                        "state in (:states)",
                        "states",
                        filter.states().stream().map(CaseState::code).toList());
            }
            String procedure = filter.procedure();
            if (procedure != null) {
                where.and(
                        "queue in (:queues)", "queues", List.of(Queues.delivery(procedure), Queues.answers(procedure)));
            }
            where.same("service", filter.service());
            where.same("problem_code", filter.code());
            where.same("journey_id", filter.journey());
            where.same(
                    "failure_kind", filter.kind() == null ? null : filter.kind().name());
            where.time("opened_at >= :from", "from", filter.from());
            where.time("opened_at < :until", "until", filter.until());
            return where;
        }

        private void same(String column, @Nullable String value) {
            if (value != null) {
                and(column + " = :" + column, column, value);
            }
        }

        private void time(String condition, String name, @Nullable Instant value) {
            if (value != null) {
                and(condition, name, Columns.time(value));
            }
        }

        void and(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        String sql() {
            return String.join(" and ", conditions);
        }
    }
}
