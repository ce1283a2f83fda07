package org.stadtbus.clearing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** Opens clearing cases and words delays. */
@Component
public class Clearing {
    /** Attempts that are journalled: the first ones, then ever fewer. */
    private static final int EVERY_ATTEMPT_UNTIL = 3;

    private static final String NO_UNIT = "betrieb";

    private final Catalogue catalogue;
    private final Clock clock;

    Clearing(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Puts the message on the clearing queue of the unit that owns its service and journals why. */
    public void open(Message message, String system, HubException why, Outbox outbox) {
        Envelope e = message.envelope();
        String unit = owner(e);
        String id = Ids.derived(e.messageId(), "clearing", system);
        outbox.send(new Outgoing(Queues.clearing(unit), message, id, ""));
        outbox.journal(new JournalEvent(
                id,
                EventType.CLEARING,
                Instant.now(clock),
                system,
                why.sentence() + " Zuständig: " + unit + ".",
                JourneyState.CLEARING,
                e,
                null));
    }

    /** The event that says why a message waits; empty for attempts that would only repeat it. */
    public Optional<JournalEvent> delayed(Received received, String system, HubException why) {
        int attempt = received.attempt();
        if (attempt > EVERY_ATTEMPT_UNTIL && Integer.bitCount(attempt) != 1) {
            return Optional.empty();
        }
        Envelope e = received.message().envelope();
        return Optional.of(new JournalEvent(
                Ids.derived(e.messageId(), "delayed", system, String.valueOf(attempt)),
                EventType.DELAYED,
                Instant.now(clock),
                system,
                "Versuch " + attempt + ": " + why.sentence() + " Der Hub versucht es weiter.",
                null,
                e,
                null));
    }

    private String owner(Envelope e) {
        return catalogue.findRoute(e.service()).map(ServiceRoute::owner).orElse(NO_UNIT);
    }
}
