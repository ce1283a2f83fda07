package org.stadtbus.intake;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Notes;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;

/**
 * What is known of an answer that the broker has seen before. The content of the newest is in a notebook of the broker, so that no
 * lag of the projection matters; that of all others is in the journal.
 */
final class KnownAnswers {
    /** One for all procedures: it keeps its newest notes only, which bounds what all of them take together. */
    private static final String BOOK = "antworten";

    private static final String UNKNOWN =
            "Ob diese Nachricht schon einmal kam, ist zurzeit nicht feststellbar. Bitte später noch einmal senden.";

    private final Broker broker;
    private final JournalQueries journal;

    KnownAnswers(Broker broker, JournalQueries journal) {
        this.broker = broker;
        this.journal = journal;
    }

    /** What is to be sent together with the answer of this id. */
    static Outgoing note(String id, String content) {
        return Notes.note(BOOK, id, content);
    }

    /**
     * By what the answer of this id is compared, as {@link Incoming#content()} has it.
     *
     * @throws HubException transient when neither the broker nor the journal knows it at the moment
     */
    String content(String id) {
        return broker.notes()
                .read(BOOK, id)
                .or(() -> steps(id).flatMap(KnownAnswers::content).findFirst())
                .orElseThrow(() -> new HubException(FailureKind.TRANSIENT, "journal-behind", UNKNOWN));
    }

    /** The first step that has a payload has the one that came. */
    private static Stream<String> content(Step step) {
        return Stream.ofNullable(step.payload()).map(payload -> Incoming.content(payload.sha256(), step.attachments()));
    }

    /** Whether the answer of this id was refused. */
    boolean wasRefused(String id) {
        return steps(id).anyMatch(step -> step.type() == EventType.REJECTED);
    }

    private Stream<Step> steps(String id) {
        try {
            List<Step> all = journal.message(id)
                    .map(Envelope::journeyId)
                    .map(journal::steps)
                    .orElse(List.of());
            return all.stream().filter(step -> step.messageId().equals(id));
        } catch (DataAccessException e) {
            throw HubException.temporary("journal-away", UNKNOWN, e);
        }
    }
}
