package org.stadtbus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.journal.JournalDatabase;
import org.stadtbus.testkit.Postgres;
import picocli.CommandLine;

/** {@code stadtbus journal verify} on a hub's data folder. */
class JournalVerifyTest {
    @TempDir
    private Path data;

    private record Result(int code, String text) {}

    private Result verify(String... options) {
        StringWriter text = new StringWriter();
        CommandLine program = StadtbusCommand.commandLine()
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(text, true));
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"journal", "verify", "--data", data.toString()}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return new Result(program.execute(all), text.toString());
    }

    private String h2() {
        return "jdbc:h2:file:" + data
                + "/db/stadtbus;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    private void journalled(String url, String user) {
        Events journey = Events.journey("99012018001000", "A", Instant.parse("2026-11-24T07:00:00Z"));
        JournalDatabase.on(new DriverManagerDataSource(url, user, ""), data)
                .projector()
                .project(List.of(
                        journey.event(EventType.RECEIVED, "form", "rest", "Eingegangen."),
                        journey.event(EventType.VALIDATED, "form", "stadtbus", "Geprüft.")));
    }

    private static void sql(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void aWholeJournalIsCounted() {
        journalled(h2(), "");

        Result result = verify();

        assertThat(result.text()).startsWith("Das Journal ist unversehrt: 2 Einträge, 1 Prüfpunkte");
        assertThat(result.code()).isZero();
        assertThat(verify("--json").text()).contains("\"intact\":true", "\"events\":2");
    }

    @Test
    void aByteChangedByHandIsFound() throws SQLException {
        journalled(h2(), "");
        sql(h2(), "", "update journal_event set event = replace(event, 'Geprüft.', 'Gepruft.') where number = 2");

        Result result = verify();

        assertThat(result.text()).contains("Journaleintrag 2", "Ereignis", "Vorgang", "verändert");
        assertThat(result.code()).isEqualTo(1);
        assertThat(verify("--json").text()).contains("\"intact\":false", "\"number\":2");
    }

    @Test
    void postgresIsVerifiedLikeTheEmbeddedDatabase() throws SQLException {
        Postgres.Database database = Postgres.shared().create();
        journalled(database.url(), database.user());
        String[] settings = {
            "--set", "spring.datasource.url=" + database.url(), "--set", "spring.datasource.username=" + database.user()
        };
        assertThat(verify(settings).code()).isZero();

        sql(database.url(), database.user(), "update journal_event set type = 'STATE' where number = 1");

        assertThat(verify(settings).text()).contains("Journaleintrag 1", "type");
    }

    @Test
    void whoeverVerifiesMayBringTheKeyAlong(@TempDir Path other) {
        journalled(h2(), "");
        JournalDatabase stranger = JournalDatabase.h2(other);

        assertThat(verify(
                                "--public-key",
                                data.resolve("keys/journal-public.pem").toString())
                        .code())
                .isZero();
        assertThat(verify(
                                "--public-key",
                                stranger.keys().resolve("journal-public.pem").toString())
                        .text())
                .contains("unbekannten Schlüssel");
        assertThat(verify("--public-key", other.resolve("none.pem").toString()).text())
                .contains("--public-key");
    }

    @Test
    void aFolderWithoutAJournalIsNoWholeJournal() {
        assertThat(verify().text()).startsWith("Hier gibt es noch kein Journal.");
        assertThat(verify().code()).isEqualTo(2);
    }
}
