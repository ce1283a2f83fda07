package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

/** Whatever is done to the journal from outside, the verification names it. */
abstract class ChainVerifierPromises {
    private final JournalDatabase db;
    private final Forger forger;

    ChainVerifierPromises(JournalDatabase db) {
        this.db = db;
        this.forger = new Forger(db.jdbc());
    }

    private void write(int events) {
        Events journey = Events.journey("99012018001000", "A", Instant.parse("2026-11-24T07:00:00Z"));
        List<ReceivedEvent> batch = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            batch.add(journey.event(EventType.VALIDATED, "0200", "stadtbus", "Schritt " + i + "."));
        }
        db.projector().project(batch);
    }

    /** Events 1 to 2,300 with checkpoints at 100, 1,100 and 2,100. */
    private void writeLongChain() {
        write(100);
        write(1000);
        write(1200);
    }

    private void assertBroken(long number, String words) {
        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Broken.class, v -> {
            assertThat(v.sentence()).startsWith("Journaleintrag " + number).contains(words);
            assertThat(v.number()).isEqualTo(number);
        });
    }

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(db.verifier().verify()).isEqualTo(new Verdict.Intact(0, 0, 0, 0, "0".repeat(64)));
        writeLongChain();

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> {
            assertThat(v.events()).isEqualTo(2300);
            assertThat(v.checkpoints()).isEqualTo(3);
            assertThat(v.unsigned()).isEqualTo(200);
        });
    }

    @Test
    void fromALaterEventOnlyTheRestIsRead() {
        writeLongChain();
        forger.sql("update journal_event set type = 'STATE' where number = 1500");

        assertThat(db.verifier().verify(1501)).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(800));
        assertThat(db.verifier().verify(1400)).isInstanceOf(Verdict.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update journal_event set event = replace(event, 'Schritt 6', 'Schritt 9') where number = 7     | 7  | Inhalt
            update journal_event set event_id = 'x' where number = 7                                       | 7  | event_id
            update journal_event set message_id = 'x' where number = 7                                     | 7  | message_id
            update journal_event set journey_id = 'x' where number = 7                                     | 7  | journey_id
            update journal_event set type = 'STATE' where number = 7                                       | 7  | type
            update journal_event set happened_at = timestamp with time zone '2026-11-24 08:00:00+00' where number = 7 | 7 | happened_at
            update journal_event set hash = previous_hash where number = 7                                 | 7  | Prüfsumme
            update journal_event set previous_hash = hash where number = 7                                 | 7  | schließt nicht
            update journal_event set number = 70 where number = 7                                          | 7  | fehlt
            delete from journal_event where number = 7                                                     | 7  | fehlt
            delete from journal_event where number >= 7                                                    | 7  | alle folgenden
            delete from journal_event where number = 10                                                    | 10 | fehlen
            update journal_event set number = case number when 7 then 100 else 7 end where number in (7,8) | 7  | schließt nicht
            update journal_head set hash = '0'                                                             | 10 | Ende
            update journal_head set checkpoint = 5                                                         | 5  | Prüfpunkt
            update journal_checkpoint set signature = concat(substring(signature from 1 for 4), case substring(signature from 5 for 1) when 'A' then 'B' else 'A' end, substring(signature from 6)) | 10 | Unterschrift
            update journal_checkpoint set made_at = timestamp with time zone '2026-11-24 08:00:00+00'      | 10 | Unterschrift
            update journal_checkpoint set key_id = 'mallory'                                               | 10 | unbekannten Schlüssel
            update journal_checkpoint set hash = '0'                                                       | 10 | Unterschrift
            update journal_checkpoint set time_stamp = 'eA=='                                              | 10 | Zeitstempel
            delete from journal_checkpoint                                                                 | 10 | Prüfpunkt fehlt
            """)
    void whatWasTamperedWithIsNamed(String tampering, long broken, String words) {
        write(10);

        forger.sql(tampering);

        assertBroken(broken, words);
    }

    @Test
    void theBrokenEventIsNamedWithItsIdAndItsJourney() {
        write(10);
        String journey = db.jdbc()
                .sql("select journey_id from journal_event where number = 7")
                .query(String.class)
                .single();
        forger.sql("update journal_event set type = 'STATE' where number = 7");

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Broken.class, v -> {
            assertThat(v.journeyId()).isEqualTo(journey);
            assertThat(v.sentence()).contains(journey, String.valueOf(v.eventId()));
        });
    }

    @Test
    void aChainWrittenAnewContradictsItsCheckpoint() {
        writeLongChain();

        forger.sql("update journal_event set event = replace(event, 'Schritt 6.', 'Schritt 9.') where number = 7");
        forger.chainAgain();

        assertBroken(100, "nicht die, die der Prüfpunkt unterschreibt");
    }

    @Test
    void aCheckpointThatSomebodyElseSignedIsNotBelieved(@TempDir Path other) {
        writeLongChain();

        forger.sql("update journal_event set event = replace(event, 'Schritt 6.', 'Schritt 9.') where number = 7");
        forger.chainAgain();
        forger.signAgain(JournalKey.in(other));

        assertBroken(100, "unbekannten Schlüssel");
    }

    @Test
    void aCheckpointTakenAwayIsMissed() {
        writeLongChain();

        forger.sql("delete from journal_checkpoint where number = 1100");

        assertBroken(1100, "fehlt ein Prüfpunkt");
    }

    @Test
    void aTailCutOffBeforeACheckpointIsMissed() {
        writeLongChain();

        forger.cutAfter(2050);

        assertBroken(2051, "ein Prüfpunkt unterschreibt die Kette bis Eintrag 2100");
    }

    @Test
    void aTailCutOffWithItsCheckpointsContradictsTheNoteOutside() {
        writeLongChain();

        forger.cutAfter(2050);
        forger.sql("delete from journal_checkpoint where number > 2050");
        forger.sql("update journal_head set checkpoint = 1100");

        assertBroken(2100, "gekürzt");
    }

    @Test
    void anEventAddedBehindTheEndIsNamed() {
        write(10);

        forger.sql(
                "insert into journal_event select 11, 'x', journey_id, message_id, type, happened_at, event, hash, hash"
                        + " from journal_event where number = 10");

        assertBroken(11, "hinzugefügt");
    }

    @Test
    void withoutTheNoteAWholeChainIsStillWhole() throws IOException {
        write(10);
        Files.delete(db.keys().resolve("journal-checkpoint.txt"));

        assertThat(db.verifier().verify()).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void writersAtTheSameTimeMakeOneChain() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            done.add(writers.submit(() -> write(60)));
        }
        while (!done.stream().allMatch(Future::isDone)) {
            assertThat(db.verifier().verify()).as("while it is written").isInstanceOf(Verdict.Intact.class);
        }
        for (Future<?> each : done) {
            each.get();
        }
        writers.shutdown();

        assertThat(db.verifier().verify()).isInstanceOfSatisfying(Verdict.Intact.class, v -> assertThat(v.events())
                .isEqualTo(1200));
    }
}
