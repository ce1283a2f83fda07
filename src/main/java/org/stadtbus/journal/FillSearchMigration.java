package org.stadtbus.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtbus.envelope.HubException;

/** V2.1: what was journalled before V2 is found like what comes after it. Reads the journal once, in pages. */
public final class FillSearchMigration implements JavaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(FillSearchMigration.class);
    private static final int PAGE = 1000;

    private final JournalCodec codec;

    /** @param codec reads the events */
    public FillSearchMigration(JournalCodec codec) {
        this.codec = codec;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2.1");
    }

    @Override
    public String getDescription() {
        return "fill search";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        NamedParameterJdbcTemplate jdbc =
                new NamedParameterJdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        SearchTable search = new SearchTable(jdbc);
        long last = 0;
        for (List<Row> page = page(jdbc, last); !page.isEmpty(); page = page(jdbc, last)) {
            List<JournalEvent> events =
                    page.stream().flatMap(row -> read(row.event()).stream()).toList();
            search.addTerms(events.stream().map(JournalEvent::envelope).toList());
            search.addProcedures(SearchTable.met(events));
            last = page.get(page.size() - 1).number();
        }
    }

    /** What cannot be read was tampered with; that is for the verification to say, not for the start of the hub. */
    private Optional<JournalEvent> read(String event) {
        try {
            return Optional.of(codec.read(event));
        } catch (HubException unreadable) {
            LOG.warn("An event of the journal is unreadable and not searched by: {}", unreadable.problemCode());
            return Optional.empty();
        }
    }

    private record Row(long number, String event) {}

    private static List<Row> page(NamedParameterJdbcTemplate jdbc, long after) {
        return jdbc.query(
                "select number, event from journal_event where number > :after order by number limit " + PAGE,
                Map.of("after", after),
                (row, n) -> new Row(row.getLong("number"), row.getString("event")));
    }
}
