package org.stadtbus.intake;

import java.time.Clock;
import java.time.Instant;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** Journals what a procedure handed in and the hub did not take. */
final class AnswerRefusals {
    private final Broker broker;
    private final Clock clock;

    AnswerRefusals(Broker broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /** Journals a refusal; the same one again has the same event id and is shown once. */
    RefusedAnswer of(Envelope envelope, HubException why) {
        broker.send(new Outbox()
                .journal(new JournalEvent(
                        Ids.derived(envelope.messageId(), "refused"),
                        EventType.REJECTED,
                        Instant.now(clock),
                        envelope.channel(),
                        "Nachricht zurückgewiesen: " + why.sentence(),
                        JourneyState.REJECTED,
                        envelope,
                        null)));
        return new RefusedAnswer(why, envelope);
    }
}
