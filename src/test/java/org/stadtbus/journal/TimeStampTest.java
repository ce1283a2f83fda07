package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.journal.ChainVerifier.Verdict;

/** Checkpoints and a time stamp authority (RFC 3161) over HTTP. */
class TimeStampTest {
    private final JournalDatabase db;
    private final TimeStampAuthority authority = TimeStampAuthority.start();
    private final TimeStamper stamper;

    TimeStampTest(@TempDir Path folder) {
        db = JournalDatabase.h2(folder);
        stamper = new TimeStamper(new CheckpointTable(db.jdbc()), authority.address(), Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        stamper.stop();
        authority.close();
    }

    private void write() {
        Events journey = Events.journey("99012018001000", "A", Instant.parse("2026-11-24T07:00:00Z"));
        db.projector().project(List.of(journey.event(EventType.VALIDATED, "0200", "stadtbus", "Geprüft.")));
    }

    private void awaitStamp() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(db.verifier().verify())
                        .isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.timeStamps())
                                .isEqualTo(1)));
    }

    @Test
    void everyCheckpointIsStamped() {
        write();

        stamper.start();

        awaitStamp();
    }

    @Test
    void whileTheAuthorityIsAwayTheJournalGoesOnAndItsStampComesLater() {
        authority.answer(TimeStampAuthority.Mood.FAILING);
        stamper.start();
        write();
        await().until(() -> authority.asked() > 1);
        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.timeStamps())
                .isZero());

        authority.answer(TimeStampAuthority.Mood.GOOD);

        awaitStamp();
    }

    @Test
    void aStampForSomethingElseIsNotTaken() {
        authority.answer(TimeStampAuthority.Mood.OTHER_HASH);
        write();
        stamper.start();

        await().until(() -> authority.asked() > 2);

        assertThat(new CheckpointTable(db.jdbc()).unstamped(10)).hasSize(1);
    }

    @Test
    void aStampMovedToAnotherChainIsNamed(@TempDir Path other) {
        write();
        stamper.start();
        awaitStamp();
        JournalDatabase second = JournalDatabase.h2(other);
        second.projector()
                .project(List.of(Events.journey("99012018001000", "B", Instant.EPOCH)
                        .event(EventType.VALIDATED, "0200", "stadtbus", "Geprüft.")));

        String stamp = db.jdbc()
                .sql("select time_stamp from journal_checkpoint")
                .query(String.class)
                .single();
        second.jdbc()
                .sql("update journal_checkpoint set time_stamp = :stamp")
                .param("stamp", stamp)
                .update();

        assertThat(second.verifier().verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, v -> assertThat(v.sentence()).contains("anderen Kette"));
    }
}
