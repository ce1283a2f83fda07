package org.stadtbus.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtbus.envelope.HubException;

/** Proves that no event of the journal was changed, removed, added or moved since it was written. */
public final class ChainVerifier {
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final JournalCodec codec;

    ChainVerifier(JdbcClient jdbc, JournalCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** What came out. */
    public sealed interface Verdict {
        /**
         * The chain is whole.
         *
         * @param events how many events it has
         * @param head hash of the last one; noted outside the hub it also proves later that the end was not cut off and rewritten
         */
        record Intact(long events, String head) implements Verdict {}

        /**
         * The chain is broken; everything before this place is whole.
         *
         * @param number place of the first broken event, from 1
         * @param sentence German sentence naming it and what is wrong
         */
        record Broken(long number, String sentence) implements Verdict {}
    }

    private record Row(
            long number,
            String eventId,
            String journeyId,
            String messageId,
            String type,
            String event,
            String previousHash,
            String hash) {}

    /** Reads the whole chain, in pages; events that arrive meanwhile are left for next time. */
    public Verdict verify() {
        EventTable.Head head = head();
        String previous = "0".repeat(64);
        long number = 0;
        while (number < head.number()) {
            List<Row> page = page(number, head.number());
            for (Row row : page) {
                number++;
                Optional<String> fault = fault(row, number, previous);
                if (fault.isPresent()) {
                    return new Verdict.Broken(number, "Journaleintrag " + number + ": " + fault.get());
                }
                previous = row.hash();
            }
            if (page.isEmpty()) {
                return new Verdict.Broken(number + 1, "Journaleintrag " + (number + 1) + " und alle folgenden fehlen.");
            }
        }
        return previous.equals(head.hash())
                ? new Verdict.Intact(number, previous)
                : new Verdict.Broken(number, "Das Ende der Kette stimmt nicht mit dem vermerkten überein.");
    }

    private Optional<String> fault(Row row, long expected, String previous) {
        if (row.number() != expected) {
            return Optional.of("Der Eintrag fehlt.");
        }
        if (!row.previousHash().equals(previous)) {
            return Optional.of("Er schließt nicht an den Eintrag davor an (Ereignis " + row.eventId() + ").");
        }
        if (!HashChain.next(previous, row.event()).equals(row.hash())) {
            return Optional.of("Der Inhalt wurde verändert (Ereignis " + row.eventId() + ").");
        }
        return indexed(row) ? Optional.empty() : Optional.of("Seine Suchspalten passen nicht zu seinem Inhalt.");
    }

    private boolean indexed(Row row) {
        try {
            JournalEvent event = codec.read(row.event());
            return row.eventId().equals(event.eventId())
                    && row.journeyId().equals(event.envelope().journeyId())
                    && row.messageId().equals(event.envelope().messageId())
                    && row.type().equals(event.type().name());
        } catch (HubException unreadable) {
            return false;
        }
    }

    private EventTable.Head head() {
        return jdbc.sql("select number, hash from journal_head where id = 1")
                .query(EventTable.Head.class)
                .single();
    }

    private List<Row> page(long after, long last) {
        return jdbc.sql("select * from journal_event where number > :after and number <= :last order by number limit "
                        + PAGE)
                .param("after", after)
                .param("last", last)
                .query(Row.class)
                .list();
    }
}
