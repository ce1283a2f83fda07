package org.stadtbus.clearing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.Projection;

/** Keeps the list of cases and their history, in the transaction that appends their events to the journal. */
final class CaseProjection implements Projection {
    private static final int ACTOR = 200;

    private final NamedParameterJdbcTemplate jdbc;
    private final CaseTable cases;

    CaseProjection(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.cases = new CaseTable(jdbc);
    }

    private record Noted(JournalEvent event, CaseNote note) {}

    @Override
    public void write(List<JournalEvent> fresh) {
        List<Noted> noted = new ArrayList<>();
        for (JournalEvent event : fresh) {
            CaseNote note = event.clearing();
            if (note != null) {
                noted.add(new Noted(event, note));
            }
        }
        if (!noted.isEmpty()) {
            writeCases(noted);
            writeEntries(noted);
        }
    }

    private void writeCases(List<Noted> noted) {
        Set<String> ids = noted.stream().map(n -> n.note().caseId()).collect(Collectors.toSet());
        Map<String, ClearingCase> before = cases.find(ids);
        Map<String, ClearingCase> after = new LinkedHashMap<>(before);
        for (Noted n : noted) {
            String id = n.note().caseId();
            after.put(id, CaseHistory.with(after.get(id), n.event(), n.note()));
        }
        cases.insert(after.values().stream()
                .filter(c -> !before.containsKey(c.caseId()))
                .toList());
        cases.update(after.values().stream()
                .filter(c -> before.containsKey(c.caseId()))
                .toList());
    }

    private void writeEntries(List<Noted> noted) {
        jdbc.batchUpdate(
                """
                insert into clearing_entry
                    (event_id, case_id, version, happened_at, state, action, actor, reason, sentence, payload_sha256,
                     replaced_sha256)
                values (:eventId, :caseId, :version, :at, :state, :action, :actor, :reason, :sentence, :sha256,
                     :replaced)
                """,
                noted.stream().map(CaseProjection::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Noted noted) {
        JournalEvent event = noted.event();
        CaseNote note = noted.note();
        CaseNote.Handling handling = note.handling();
        JournalEvent.PayloadRef payload = event.payload();
        return new MapSqlParameterSource("eventId", event.eventId())
                .addValue("caseId", note.caseId())
                .addValue("version", note.version())
                .addValue("at", Columns.time(event.at()))
                .addValue("state", note.state())
                .addValue("action", handling == null ? Clearing.OPENED : handling.action())
                .addValue("actor", handling == null ? Clearing.HUB : Columns.cut(handling.actor(), ACTOR))
                .addValue("reason", handling == null ? "" : handling.reason())
                .addValue("sentence", event.sentence())
                .addValue("sha256", payload == null ? null : payload.sha256())
                .addValue("replaced", handling == null ? null : handling.replaced());
    }
}
