package org.stadtbus.clearing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.broker.Shelf;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/** Opens clearing cases and words delays. */
@Component
public class Clearing {
    /** Action of the history's first line. */
    static final String OPENED = "geoeffnet";
    /** The hub where a person could stand. */
    static final String HUB = "stadtbus";

    /** Slug of the unit that looks after what nobody owns. */
    static final String NO_UNIT = "betrieb";

    /** Versions of one replay; a case is edited less often than this before its message goes on. */
    static final long VERSIONS_PER_REPLAY = 1_000_000;

    /** Attempts that are journalled: the first ones, then ever fewer. */
    private static final int EVERY_ATTEMPT_UNTIL = 3;

    private static final String DELIVERY = "Zustellung";

    private final Catalogue catalogue;
    private final Clock clock;

    Clearing(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Why and where a message failed. */
    private record Failed(String system, String queue, CaseNote.Failure why) {}

    /**
     * Opens a case for a delivery that failed for good. After more than one attempt, or when the last one is not known to have
     * been refused, the target may have the message.
     */
    public void delivery(Received received, String procedure, HubException why, Outbox outbox) {
        boolean mayHaveArrived =
                received.attempt() > 1 || why.kind() == FailureKind.TRANSIENT || Crash.CODE.equals(why.problemCode());
        Message message = received.message();
        Failed failed = new Failed(procedure, Queues.delivery(procedure), failure(why, DELIVERY, mayHaveArrived));
        open(message, message.envelope(), failed, outbox);
    }

    /**
     * Opens a case for a message whose route failed; it starts again from the route's beginning.
     *
     * @param received the message as it was taken from the queue
     * @param reached the envelope as far as the route had come with it
     * @param queue where the message was taken from
     * @param step the step that failed; empty when it was none of the hub's
     */
    public void route(Message received, Envelope reached, String queue, String step, HubException why, Outbox outbox) {
        open(received, reached, new Failed(HUB, queue, failure(why, step, false)), outbox);
    }

    private static CaseNote.Failure failure(HubException why, String step, boolean mayHaveArrived) {
        return new CaseNote.Failure(why.kind(), why.problemCode(), why.sentence(), step, mayHaveArrived);
    }

    private void open(Message message, Envelope reached, Failed failed, Outbox outbox) {
        Envelope e = message.envelope();
        Envelope shown = e.messageId().equals(reached.messageId())
                ? reached
                : reached.derived(e.messageId(), e.messageType(), e.contentType(), e.extension());
        String owner = owner(reached);
        String caseId = Ids.derived(e.messageId(), "clearing", failed.system());
        long version = e.replay() * VERSIONS_PER_REPLAY;
        String unit = catalogue.unitSlug(owner).orElse(NO_UNIT);
        CaseNote note = new CaseNote(caseId, version, CaseState.OPEN.code(), unit, failed.queue(), failed.why(), null);
        outbox.send(Outgoing.shelved(Queues.clearing(unit), message, new Shelf.Label(caseId, version)));
        outbox.journal(
                new JournalEvent(
                        e.replay() == 0 ? caseId : Ids.derived(caseId, e.replayMark()),
                        EventType.CLEARING,
                        Instant.now(clock),
                        failed.system(),
                        failed.why().sentence() + " Zuständig: " + owner + ".",
                        JourneyState.CLEARING,
                        shown,
                        payload(message),
                        note),
                message.payload());
    }

    /** Where the payload of this message lies. */
    static PayloadRef payload(Message message) {
        Envelope e = message.envelope();
        return new PayloadRef(
                Ids.sha256(message.payload()),
                message.payload().length,
                e.contentType(),
                e.messageId() + "." + e.extension());
    }

    /** The event that says why a message waits; empty for attempts that would only repeat it. */
    public Optional<JournalEvent> delayed(Received received, String system, HubException why) {
        int attempt = received.attempt();
        if (attempt > EVERY_ATTEMPT_UNTIL && Integer.bitCount(attempt) != 1) {
            return Optional.empty();
        }
        Envelope e = received.message().envelope();
        return Optional.of(new JournalEvent(
                Ids.derived(e.messageId(), "delayed" + e.replayMark(), system, String.valueOf(attempt)),
                EventType.DELAYED,
                Instant.now(clock),
                system,
                "Versuch " + attempt + ": " + why.sentence() + " Der Hub versucht es weiter.",
                null,
                e,
                null));
    }

    /** The unit of the route, else of the procedure the message came from, else operations. */
    private String owner(Envelope e) {
        return catalogue
                .findRoute(e.service())
                .map(ServiceRoute::owner)
                .or(() -> catalogue.find(e.channel()).map(Procedure::unit))
                .orElse(NO_UNIT);
    }
}
