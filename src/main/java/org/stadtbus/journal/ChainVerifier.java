package org.stadtbus.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves that no event of the journal was changed, removed, added or moved since it was written, with the public key of the hub
 * that wrote it. Reads the journal in pages, so that its memory does not depend on how long the journal is; the hub may go on
 * writing meanwhile.
 */
public final class ChainVerifier {
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final EventCheck check;
    private final JournalKeys keys;
    private final CheckpointNote note;

    private ChainVerifier(JdbcClient jdbc, JournalKeys keys, CheckpointNote note) {
        this.jdbc = jdbc;
        this.check = new EventCheck(new JournalCodec());
        this.keys = keys;
        this.note = note;
    }

    /**
     * Of the journal in this database.
     *
     * @param publicKeys PEM file of the keys to trust; absent: the one in {@code keys}
     * @param keys the hub's key folder, where the newest checkpoint is noted
     * @throws org.stadtbus.envelope.HubException permanent when there is no public key
     */
    public static ChainVerifier of(DataSource database, @Nullable Path publicKeys, Path keys) {
        return new ChainVerifier(
                JdbcClient.create(database),
                JournalKeys.of(publicKeys == null ? keys.resolve(JournalKey.PUBLIC_FILE) : publicKeys),
                CheckpointNote.in(keys));
    }

    /** What came out. */
    public sealed interface Verdict {
        /**
         * The chain is whole.
         *
         * @param events how many events were read
         * @param checkpoints how many signatures among them were checked
         * @param timeStamps how many of these carry the time stamp of an authority
         * @param unsigned how many events at the end wait for their checkpoint
         * @param head hash of the last event
         */
        record Intact(long events, long checkpoints, long timeStamps, long unsigned, String head) implements Verdict {}

        /**
         * The chain is broken; everything before this place is whole.
         *
         * @param number place of the first broken event, from 1
         * @param eventId its id as the database has it; absent when the event is missing
         * @param journeyId its journey as the database has it; absent when the event is missing
         * @param sentence German sentence naming it and what is wrong
         */
        record Broken(long number, @Nullable String eventId, @Nullable String journeyId, String sentence)
                implements Verdict {
            static Broken at(long number, String sentence) {
                return new Broken(number, null, null, "Journaleintrag " + number + ": " + sentence);
            }
        }
    }

    /** Verifies the whole chain. */
    public Verdict verify() {
        return verify(1);
    }

    /**
     * Verifies the chain from this event on; what lies before is taken as it is.
     *
     * @param from number of an event, from 1
     */
    public Verdict verify(long from) {
        EventTable.Head head = head();
        Optional<String> start = from <= 1 ? Optional.of(HashChain.START) : hash(from - 1);
        if (start.isEmpty()) {
            return Verdict.Broken.at(from - 1, "Der Eintrag fehlt.");
        }
        CheckpointCheck checkpoints = new CheckpointCheck(new CheckpointTable(jdbc), keys, from - 1);
        String previous = start.get();
        long number = from - 1;
        while (number < head.number()) {
            List<EventCheck.Row> page = page(number, head.number());
            for (EventCheck.Row row : page) {
                number++;
                Optional<String> fault = check.fault(row, number, previous).or(() -> checkpoints.fault(row));
                if (fault.isPresent()) {
                    return broken(row, number, fault.get());
                }
                previous = row.hash();
            }
            if (page.isEmpty()) {
                return Verdict.Broken.at(number + 1, "Er und alle folgenden fehlen.");
            }
        }
        return end(head, previous, checkpoints)
                .map(Verdict.class::cast)
                .orElse(new Verdict.Intact(
                        Math.max(0, head.number() - from + 1),
                        checkpoints.seen(),
                        checkpoints.stamped(),
                        head.number() - checkpoints.last(),
                        head.hash()));
    }

    private static Verdict broken(EventCheck.Row row, long number, String fault) {
        return row.number() == number
                ? new Verdict.Broken(
                        number,
                        row.eventId(),
                        row.journeyId(),
                        "Journaleintrag " + number + " (Ereignis " + row.eventId() + ", Vorgang " + row.journeyId()
                                + "): " + fault)
                : Verdict.Broken.at(number, fault);
    }

    private Optional<Verdict.Broken> end(EventTable.Head head, String last, CheckpointCheck checkpoints) {
        if (!last.equals(head.hash())) {
            return Optional.of(
                    Verdict.Broken.at(head.number(), "Das Ende der Kette stimmt nicht mit dem vermerkten überein."));
        }
        Optional<Long> beyond = beyondHead();
        if (beyond.isPresent()) {
            return Optional.of(Verdict.Broken.at(
                    beyond.get(), "Er liegt hinter dem Ende der Kette und wurde von außen hinzugefügt."));
        }
        return checkpoints.fault(head, () -> head().number()).or(() -> checkpoints.fault(note, this::hash));
    }

    /** One statement, one snapshot: a writer that commits between two would look like a stranger's event. */
    private Optional<Long> beyondHead() {
        return jdbc.sql("select min(number) from journal_event"
                        + " where number > (select number from journal_head where id = 1)")
                .query(Long.class)
                .optional();
    }

    private Optional<String> hash(long number) {
        return jdbc.sql("select hash from journal_event where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private EventTable.Head head() {
        return jdbc.sql("select * from journal_head where id = 1")
                .query((row, n) -> EventTable.Head.read(row))
                .single();
    }

    private List<EventCheck.Row> page(long after, long last) {
        return jdbc.sql("select * from journal_event where number > :after and number <= :last order by number limit "
                        + PAGE)
                .param("after", after)
                .param("last", last)
                .query((row, n) -> EventCheck.Row.read(row))
                .list();
    }
}
