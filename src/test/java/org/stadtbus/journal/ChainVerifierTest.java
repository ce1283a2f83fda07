package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.journal.ChainVerifier.Verdict;

class ChainVerifierTest {
    private final JournalDatabase db;

    ChainVerifierTest(@TempDir Path folder) {
        db = JournalDatabase.h2(folder);
    }

    private void write(int events) {
        Events journey = Events.journey("99012018001000", "A", Instant.parse("2026-11-24T07:00:00Z"));
        List<ReceivedEvent> batch = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            batch.add(journey.event(EventType.VALIDATED, "0200", "stadtbus", "Schritt " + i + "."));
        }
        db.projector().project(batch);
    }

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(db.verifier().verify()).isEqualTo(new Verdict.Intact(0, "0".repeat(64)));
        write(1100);
        write(5);

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(1105));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update journal_event set event = replace(event, 'Schritt 6', 'Schritt 9') where number = 7     | 7
            update journal_event set message_id = 'x' where number = 7                                     | 7
            update journal_event set journey_id = 'x' where number = 7                                     | 7
            update journal_event set hash = previous_hash where number = 7                                 | 7
            delete from journal_event where number = 7                                                     | 7
            delete from journal_event where number >= 7                                                    | 7
            delete from journal_event where number = 10                                                    | 10
            update journal_event set number = case number when 7 then 100 else 7 end where number in (7,8) | 7
            """)
    void theFirstBrokenEventIsNamed(String tampering, long broken) {
        write(10);

        assertThat(db.jdbc().sql(tampering).update()).isPositive();

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Broken.class, v -> {
            assertThat(v.number()).isEqualTo(broken);
            assertThat(v.sentence()).contains("Journaleintrag " + broken);
        });
    }

    @Test
    void writersAtTheSameTimeMakeOneChain() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            done.add(writers.submit(() -> write(5)));
        }
        for (Future<?> each : done) {
            each.get();
        }
        writers.shutdown();

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(100));
    }
}
