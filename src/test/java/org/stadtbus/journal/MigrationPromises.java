package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.stadtbus.journal.ChainVerifier.Verdict;
import org.stadtbus.journal.JournalQueries.Filter;
import org.stadtbus.journal.JournalQueries.Journey;

/** A database that release 0.1.0 wrote is brought to today's schema. */
abstract class MigrationPromises {
    private static final int EVENTS = 27;
    private static final String APPROVED = "2c16e267-5308-83a0-b8cf-7f08fe2d7fab";

    private final DataSource database;
    private final List<Map<String, Object>> before;
    private final JournalDatabase db;

    MigrationPromises(DataSource database, Path folder) throws SQLException {
        this.database = database;
        JournalDatabase.migration(database).target("1").load().migrate();
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection, new EncodedResource(new ClassPathResource("db/v1/journalled.sql"), "UTF-8"));
        }
        this.before = rows();
        this.db = JournalDatabase.on(database, folder);
    }

    private List<Map<String, Object>> rows() {
        return JdbcClient.create(database)
                .sql("select * from journal_event order by number")
                .query()
                .listOfRows();
    }

    @Test
    void nothingIsLostAndTheChainIsStillWhole() {
        assertThat(before).hasSize(EVENTS);
        assertThat(rows()).isEqualTo(before);
        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(EVENTS));
    }

    @Test
    void whatWasJournalledBeforeIsFoundByEveryCriterion() {
        for (Filter filter : List.of(
                new Filter(APPROVED, null, null, null),
                new Filter("0f5c4996", null, null, null),
                new Filter("63-2026-74205", null, null, null),
                new Filter("74205", null, null, null),
                new Filter(null, null, null, "bauantraege", null, null, null, null, null),
                new Filter(null, null, null, "eakte-enaio", null, null, null, null, null),
                new Filter(null, null, null, null, "1132e5a7-bf2d-88aa-842a-a0a1e25ac874", null, null, null, null),
                new Filter(null, null, null, null, null, "63-2026-74205", null, null, null))) {
            assertThat(db.queries().journeys(filter, 10))
                    .as(filter.toString())
                    .extracting(Journey::journeyId)
                    .containsExactly(APPROVED);
        }
        assertThat(db.queries().journeys(Filter.all(), 10)).hasSize(3);
    }

    @Test
    void whatIsJournalledNextContinuesTheChainAndSignsWhatWasThere() {
        Events next = Events.journey("99012018001000", "A", java.time.Instant.parse("2026-11-25T07:00:00Z"));
        db.projector().project(List.of(next.event(EventType.VALIDATED, "0200", "stadtbus", "Geprüft.")));

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> {
            assertThat(v.events()).isEqualTo(EVENTS + 1);
            assertThat(v.checkpoints()).isEqualTo(1);
            assertThat(v.unsigned()).isZero();
        });
        db.jdbc()
                .sql("update journal_event set event = replace(event, 'Antrag', 'Vertrag') where number = 1")
                .update();
        assertThat(db.verifier().verify()).isInstanceOf(Verdict.Broken.class);
    }
}
