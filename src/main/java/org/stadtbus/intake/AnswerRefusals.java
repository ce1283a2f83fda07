package org.stadtbus.intake;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/** Journals what a procedure handed in and the hub did not take; the same refusal again has the same event id and is shown once. */
final class AnswerRefusals {
    private final Broker broker;
    private final AnswerEnvelopes envelopes;
    private final Clock clock;

    AnswerRefusals(Broker broker, AnswerEnvelopes envelopes, Clock clock) {
        this.broker = broker;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /**
     * A refusal without the bytes.
     *
     * @param identity by which two refusals of the procedure are the same
     */
    RefusedAnswer of(Incoming incoming, String identity, HubException why) {
        Envelope envelope = envelopes.of(incoming, Ids.derived(incoming.procedure(), identity));
        broker.send(new Outbox().journal(event(envelope, why, null)));
        return new RefusedAnswer(why, new Message(envelope, new byte[0]));
    }

    /** The refusal of what has the message id of another that was taken in; the bytes are kept with it. */
    RefusedAnswer ofReusedId(Incoming incoming) {
        HubException why = HubException.rejected(
                "message-id-reused",
                "Unter der Kennung dieser Nachricht wurde schon eine mit anderem Inhalt angenommen."
                        + " Bitte mit neuer Kennung senden.");
        String id = Ids.derived(incoming.procedure(), why.problemCode(), incoming.content());
        Message message = new Message(envelopes.of(incoming, id), incoming.bytes());
        PayloadRef kept = new PayloadRef(
                Ids.sha256(message.payload()),
                message.payload().length,
                incoming.contentType(),
                id + "." + incoming.extension());
        broker.send(new Outbox().journal(event(message.envelope(), why, kept), message.payload()));
        return new RefusedAnswer(why, message);
    }

    private JournalEvent event(Envelope envelope, HubException why, @Nullable PayloadRef payload) {
        return new JournalEvent(
                Ids.derived(envelope.messageId(), "refused"),
                EventType.REJECTED,
                Instant.now(clock),
                envelope.channel(),
                "Nachricht zurückgewiesen: " + why.sentence(),
                JourneyState.REJECTED,
                envelope,
                payload);
    }
}
