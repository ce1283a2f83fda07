package org.stadtbus.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.ChainVerifier.Verdict.Broken;

/** Checks checkpoints while the chain passes by. */
final class CheckpointCheck {
    private static final int PAGE = 200;

    private final CheckpointTable table;
    private final JournalKeys keys;
    private final Deque<Checkpoint> ahead = new ArrayDeque<>();
    private long read;
    private long last;
    private long seen;
    private long stamped;

    /** @param after checkpoints up to this event are taken as they are */
    CheckpointCheck(CheckpointTable table, JournalKeys keys, long after) {
        this.table = table;
        this.keys = keys;
        this.read = after;
        this.last = table.upTo(after).map(Checkpoint::number).orElse(0L);
    }

    /** What is wrong with the checkpoint at this event; empty when nothing is or there is none. */
    Optional<String> fault(EventCheck.Row event) {
        Checkpoint next = next();
        if (next == null || next.number() != event.number()) {
            return last > 0 && event.number() - last >= Checkpoint.EVERY
                    ? Optional.of("Hier fehlt ein Prüfpunkt.")
                    : Optional.empty();
        }
        ahead.remove();
        Optional<String> fault = fault(next, event.hash());
        last = next.number();
        seen++;
        stamped += next.timeStamp() == null ? 0 : 1;
        return fault;
    }

    private @Nullable Checkpoint next() {
        if (ahead.isEmpty()) {
            ahead.addAll(table.after(read, PAGE));
            read = ahead.isEmpty() ? read : ahead.getLast().number();
        }
        return ahead.peek();
    }

    private Optional<String> fault(Checkpoint checkpoint, String hash) {
        if (!keys.knows(checkpoint.keyId())) {
            return Optional.of(
                    "Der Prüfpunkt ist mit einem unbekannten Schlüssel unterschrieben (" + checkpoint.keyId() + ").");
        }
        if (!keys.signed(checkpoint)) {
            return Optional.of("Die Unterschrift des Prüfpunkts ist falsch.");
        }
        if (!checkpoint.hash().equals(hash)) {
            return Optional.of("Die Kette bis hierher ist nicht die, die der Prüfpunkt unterschreibt.");
        }
        if (checkpoint.previous() != last) {
            return Optional.of("Der Prüfpunkt davor fehlt (Journaleintrag " + checkpoint.previous() + ").");
        }
        return TimeStamps.fault(checkpoint);
    }

    /** What is wrong at the end of the chain, given where the chain ends by now. */
    Optional<Broken> fault(EventTable.Head head, LongSupplier endNow) {
        Checkpoint beyond = next();
        if (beyond != null && beyond.number() > endNow.getAsLong()) {
            return Optional.of(Broken.at(
                    head.number() + 1,
                    "Er und alle folgenden fehlen; ein Prüfpunkt unterschreibt die Kette bis Eintrag " + beyond.number()
                            + "."));
        }
        return last != head.checkpoint()
                ? Optional.of(Broken.at(head.checkpoint(), "Der vermerkte Prüfpunkt fehlt."))
                : Optional.empty();
    }

    /** What contradicts the checkpoint that was noted outside of the database. */
    Optional<Broken> fault(CheckpointNote note, LongFunction<Optional<String>> hashOf) {
        try {
            return note.read()
                    .filter(noted -> !hashOf.apply(noted.number()).equals(Optional.of(noted.hash())))
                    .map(noted -> Broken.at(
                            noted.number(),
                            "Außerhalb der Datenbank ist hier ein Prüfpunkt vermerkt, dem die Kette widerspricht: sie wurde "
                                    + "gekürzt, neu geschrieben oder auf einen alten Stand zurückgesetzt."));
        } catch (IOException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "checkpoint-note",
                    "Der neben den Schlüsseln vermerkte Prüfpunkt ist nicht lesbar.",
                    e);
        }
    }

    long seen() {
        return seen;
    }

    long stamped() {
        return stamped;
    }

    /** Number of the last checkpoint seen, 0 for none. */
    long last() {
        return last;
    }
}
