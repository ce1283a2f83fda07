package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.ChainVerifier.Verdict;

/** Several nodes on one PostgreSQL, and a PostgreSQL that goes away. */
class TwoProjectorsTest {
    private static final int JOURNEYS = 100;

    private final JournalDatabase db;

    TwoProjectorsTest(@TempDir Path folder) {
        db = JournalDatabase.postgres(folder);
    }

    private static List<ReceivedEvent> events() {
        List<ReceivedEvent> events = new ArrayList<>();
        for (int i = 0; i < JOURNEYS; i++) {
            Events journey = Events.journey("99012018001000", "A-" + i, Instant.parse("2026-11-24T07:00:00Z"))
                    .businessKey("63-2026-" + i);
            events.add(journey.state(EventType.RECEIVED, "form", "rest", "Eingegangen.", JourneyState.RECEIVED));
            events.add(journey.event(EventType.HANDED_OVER, "0200", "bauantraege", "Übergeben."));
            events.add(journey.event(EventType.DELIVERED, "0200", "bauantraege", "Zugestellt."));
        }
        return events;
    }

    @Test
    void nodesThatGetTheSameEventsAtTheSameTimeJournalEachOnce() throws Exception {
        List<ReceivedEvent> events = events();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<?>> done = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            Projector projector = db.projector(new Projection[0]);
            List<ReceivedEvent> mine = new ArrayList<>(events);
            Collections.shuffle(mine, new Random(node));
            done.add(nodes.submit(() -> {
                go.await();
                for (int i = 0; i < mine.size(); i += 10) {
                    projector.project(mine.subList(i, i + 10));
                }
                return null;
            }));
        }
        go.countDown();
        for (Future<?> each : done) {
            each.get();
        }
        nodes.shutdown();

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(events.size()));
        assertThat(db.jdbc()
                        .sql("select count(*) from journey_procedure")
                        .query(Integer.class)
                        .single())
                .isEqualTo(JOURNEYS);
    }

    /** PostgreSQL keeps no NUL in text; the listener puts such an event aside because of this kind of exception. */
    @Test
    void whatPostgresCanNeverTakeIsRefusedForItsContent() {
        ReceivedEvent poison = Events.journey("99012018001000", "A\0B", Instant.parse("2026-11-24T07:00:00Z"))
                .event(EventType.RECEIVED, "form", "rest", "Eingegangen.");

        assertThatThrownBy(() -> db.projector().project(List.of(poison)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aVeryLargeEventIsJournalledLikeAnyOther() {
        ReceivedEvent large = Events.journey("99012018001000", "A", Instant.parse("2026-11-24T07:00:00Z"))
                .event(EventType.VALIDATED, "form", "stadtbus", "Zu lang. ".repeat(500_000));

        db.projector().project(List.of(large));

        assertThat(db.verifier().verify()).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void aDatabaseLostInTheMiddleOfATransactionKeepsNothingOfItAndTakesItAgainLater() {
        AtomicBoolean away = new AtomicBoolean(true);
        Projector projector = db.projector(fresh -> {
            if (away.get()) {
                // the server ends the connection that the transaction runs on
                db.jdbc()
                        .sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .listOfRows();
            }
        });
        List<ReceivedEvent> events = events();

        assertThatThrownBy(() -> projector.project(events)).isInstanceOf(Exception.class);
        assertThat(db.queries().journeys(JournalQueries.Filter.all(), 10)).isEmpty();
        away.set(false);
        projector.project(events);

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(events.size()));
    }
}
