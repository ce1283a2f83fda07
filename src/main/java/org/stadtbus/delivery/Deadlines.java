package org.stadtbus.delivery;

import org.stadtbus.broker.Handler;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.HubException;

/** Takes what waited longer for its delivery than its procedure's {@code expires} allows; the broker moves it here, once. */
final class Deadlines implements Handler {
    private final Outlets outlets;
    private final Clearing clearing;

    Deadlines(Outlets outlets, Clearing clearing) {
        this.outlets = outlets;
        this.clearing = clearing;
    }

    @Override
    public Outbox handle(Received received) {
        String procedure = Queues.procedure(received.origin());
        outlets.find(procedure).ifPresent(outlet -> outlet.gone(received));
        Outbox outbox = new Outbox();
        clearing.delivery(
                received,
                procedure,
                HubException.permanent(
                        "deadline-passed",
                        "Frist überschritten: Die Nachricht konnte nicht rechtzeitig zugestellt werden."),
                outbox);
        return outbox;
    }
}
