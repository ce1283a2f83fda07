package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalDatabase;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalListener;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;

/** Answers that come before the projection knows their question: real broker, real database, real projector. */
class CorrelateStepTest {
    private static final String SCHEMA = "xbau-2.6";
    private static final Path ANSWER = Path.of("mappings/xbau-to-status/samples/genehmigt.in.xml");
    /** More than any number of attempts after which one could think of giving up. */
    private static final int MANY_ATTEMPTS = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final Standards standards = Standards.load(Path.of("config"), Path.of("standards"));
    private final AtomicInteger attempts = new AtomicInteger();
    private FlowBench bench;
    private Switchable database;
    private JournalListener projection;

    @BeforeEach
    void start() throws Exception {
        bench = new FlowBench(folder);
        database = new Switchable(JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                ""));
        JournalDatabase journal = JournalDatabase.on(database, folder.resolve("projection"));
        projection = new JournalListener(
                bench.broker().connections(), Queues.JOURNAL, journal.projector(), new JournalCodec());
        CorrelateStep step =
                new CorrelateStep(standards, journal.queries(), new CorrelateStep.Terms(SCHEMA, true, "", "", ""));
        bench.run((hop, why, outbox) -> {}, exchange -> {
            attempts.incrementAndGet();
            Hop hop = Hop.of(exchange);
            step.perform(hop);
            hop.send(Outgoing.delivery("ziel", hop.current(), true));
        });
    }

    @AfterEach
    void stop() throws Exception {
        projection.stop();
        bench.close();
    }

    @Test
    void answerWaitsAsLongAsTheProjectionLagsAndThenJoinsItsJourney() throws Exception {
        question();
        answer();
        await().atMost(PATIENCE).until(() -> attempts.get() >= MANY_ATTEMPTS);
        assertThat(bench.journal())
                .filteredOn(e -> e.type() == EventType.DELAYED)
                .hasSizeLessThan(MANY_ATTEMPTS);

        projection.start();

        bench.awaitWaiting(Queues.delivery("ziel"), 1);
        bench.awaitWaiting(FlowBench.QUEUE, 0);
        assertThat(bench.broker().waiting(FlowBench.CLEARING)).isZero();
    }

    @Test
    void answerWaitsWhileTheDatabaseIsAwayAndThenJoinsItsJourney() throws Exception {
        database.away = true;
        projection.start();
        question();
        answer();
        await().atMost(PATIENCE).until(() -> attempts.get() >= MANY_ATTEMPTS);
        assertThat(bench.broker().waiting(FlowBench.CLEARING)).isZero();

        database.away = false;

        await().atMost(PATIENCE).until(() -> bench.broker().waiting(Queues.delivery("ziel")) == 1);
        bench.awaitWaiting(FlowBench.QUEUE, 0);
        assertThat(bench.broker().waiting(FlowBench.CLEARING)).isZero();
    }

    @Test
    void answerToWhatTheHubNeverSentBecomesAClearingCase() throws Exception {
        projection.start();
        answer();

        bench.awaitWaiting(FlowBench.CLEARING, 1);
        bench.awaitWaiting(FlowBench.QUEUE, 0);
        assertThat(bench.broker().waiting(Queues.delivery("ziel"))).isZero();
    }

    @Test
    void answerThatNamesOnlyTheCaseJoinsTheJourneyWhateverItBeganWith() throws Exception {
        projection.start();
        String answer = Files.readString(ANSWER);
        MessageHeader header = standards.header(SCHEMA, answer.getBytes(StandardCharsets.UTF_8));
        journalled("beginning", header.caseIds().get(0));
        bench.send("answer", answer.replace(header.references().get(0), "00000000-0000-4000-8000-000000000000"));

        bench.awaitWaiting(Queues.delivery("ziel"), 1);
    }

    private void answer() throws Exception {
        bench.send("answer", Files.readString(ANSWER));
    }

    /** What the answer refers to, as the hop that sent it journalled it. */
    private void question() throws Exception {
        String id = standards
                .header(SCHEMA, Files.readAllBytes(ANSWER))
                .references()
                .get(0);
        journalled(id, "journey");
    }

    private void journalled(String id, String journey) {
        Envelope envelope = Envelope.builder(id, journey, Instant.EPOCH)
                .extension("xml")
                .channel("rest")
                .build();
        JournalEvent mapped =
                new JournalEvent(id, EventType.MAPPED, Instant.now(), "stadtbus", "Abgebildet.", null, envelope, null);
        bench.broker().broker().send(new Outbox().journal(mapped, "<x/>".getBytes(StandardCharsets.UTF_8)));
    }

    /** A database that can go away. */
    private static final class Switchable extends DelegatingDataSource {
        private volatile boolean away;

        Switchable(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("away");
            }
            return super.getConnection();
        }
    }
}
