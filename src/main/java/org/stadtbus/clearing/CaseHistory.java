package org.stadtbus.clearing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** How a case follows from its events. Events may come in any order: the highest version decides where the case stands. */
final class CaseHistory {
    private static final CaseNote.Failure UNKNOWN =
            new CaseNote.Failure(FailureKind.PERMANENT, "unknown", "Der Grund ist noch nicht bekannt.", "", true);
    private static final long BEFORE_ALL = -1;

    private CaseHistory() {}

    /** The case with one more event known; {@code known} is absent for the first. */
    static ClearingCase with(@Nullable ClearingCase known, JournalEvent event, CaseNote note) {
        return after(known == null ? blank(event, note) : known, event, note);
    }

    private static ClearingCase blank(JournalEvent event, CaseNote note) {
        Envelope e = event.envelope();
        return new ClearingCase(
                note.caseId(),
                BEFORE_ALL,
                CaseState.of(note.state()),
                note.unit(),
                note.queue(),
                event.system(),
                new ClearingCase.MessageKey(e.journeyId(), e.messageId(), e.messageType(), e.service()),
                UNKNOWN,
                null,
                null,
                List.of(),
                event.at(),
                event.at());
    }

    private static ClearingCase after(ClearingCase c, JournalEvent event, CaseNote note) {
        boolean newer = note.version() > c.version();
        CaseNote.Handling handling = note.handling();
        return new ClearingCase(
                c.caseId(),
                Math.max(c.version(), note.version()),
                newer ? CaseState.of(note.state()) : c.state(),
                c.unit(),
                c.queue(),
                c.system(),
                c.message(),
                failure(c.failure(), note.failure(), newer),
                event.payload() != null && (newer || c.payload() == null) ? event.payload() : c.payload(),
                c.original() == null && handling != null ? handling.replaced() : c.original(),
                editors(c, event, handling),
                note.failure() != null && newer ? event.at() : c.openedAt(),
                later(c.changedAt(), event));
    }

    /** Once a message may have arrived it may have for good, whatever a later attempt was answered. */
    private static CaseNote.Failure failure(CaseNote.Failure known, CaseNote.@Nullable Failure told, boolean newer) {
        if (told == null) {
            return known;
        }
        if (known.problemCode().equals(UNKNOWN.problemCode())) {
            return told;
        }
        CaseNote.Failure shown = newer ? told : known;
        return new CaseNote.Failure(
                shown.kind(),
                shown.problemCode(),
                shown.sentence(),
                shown.step(),
                known.mayHaveArrived() || told.mayHaveArrived());
    }

    private static List<String> editors(ClearingCase c, JournalEvent event, CaseNote.@Nullable Handling handling) {
        if (event.type() != EventType.REPAIRED
                || handling == null
                || c.editors().contains(handling.actor())) {
            return c.editors();
        }
        List<String> editors = new ArrayList<>(c.editors());
        editors.add(handling.actor());
        return editors;
    }

    private static Instant later(Instant known, JournalEvent event) {
        return event.type() != EventType.VIEWED && event.at().isAfter(known) ? event.at() : known;
    }
}
