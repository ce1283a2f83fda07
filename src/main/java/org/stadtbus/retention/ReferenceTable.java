package org.stadtbus.retention;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadtbus.journal.JournalFeed;

/** Who needs what, kept up from the journal. */
@Component
class ReferenceTable {
    private static final int PAGE = 1000;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JournalFeed journal;

    ReferenceTable(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions, JournalFeed journal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.journal = journal;
    }

    /** Reads all events the table does not know yet. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> page()));
        }
    }

    private boolean page() {
        Long known = jdbc.queryForObject(
                "select number from vault_reference_progress where id = 1 for update", Map.of(), Long.class);
        List<JournalFeed.Numbered> events = journal.after(known == null ? 0 : known, PAGE);
        if (events.isEmpty()) {
            return false;
        }
        Set<Reference> references = new HashSet<>();
        events.forEach(numbered -> references.addAll(Reference.of(numbered.event())));
        add(references);
        jdbc.update(
                "update vault_reference_progress set number = :number where id = 1",
                Map.of("number", events.get(events.size() - 1).number()));
        return events.size() == PAGE;
    }

    private void add(Collection<Reference> references) {
        SqlParameterSource[] rows = references.stream()
                .map(r -> new MapSqlParameterSource("journey", r.journeyId())
                        .addValue("drawer", r.drawer())
                        .addValue("sha256", r.sha256()))
                .toArray(SqlParameterSource[]::new);
        if (rows.length > 0) {
            jdbc.batchUpdate(
                    """
                    insert into vault_reference (journey_id, drawer, sha256) values (:journey, :drawer, :sha256)
                    on conflict do nothing
                    """,
                    rows);
        }
    }

    /** The drawers in which each of these contents is needed; contents nobody needs are left out. */
    Map<String, Set<String>> drawers(Collection<String> contents) {
        Map<String, Set<String>> drawers = new HashMap<>();
        jdbc.query(
                "select distinct sha256, drawer from vault_reference where sha256 in (:contents)",
                Map.of("contents", contents),
                row -> {
                    drawers.computeIfAbsent(row.getString("sha256"), address -> new HashSet<>())
                            .add(row.getString("drawer"));
                });
        return drawers;
    }

    /** Forgets what the journey needed. */
    void forget(String journeyId) {
        jdbc.update("delete from vault_reference where journey_id = :id", Map.of("id", journeyId));
    }
}
