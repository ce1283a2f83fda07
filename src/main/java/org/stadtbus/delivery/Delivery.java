package org.stadtbus.delivery;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Handler;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.clearing.Crash;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalWriter;

/** Attempts to hand one message to one procedure. */
final class Delivery implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Procedure procedure;
    private final Sink sink;
    private final Clearing clearing;
    private final JournalWriter journal;
    private final Clock clock;

    Delivery(Procedure procedure, Sink sink, Clearing clearing, JournalWriter journal, Clock clock) {
        this.procedure = procedure;
        this.sink = sink;
        this.clearing = clearing;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Outbox handle(Received received) {
        try {
            return delivered(received.message(), sink.deliver(received.message()));
        } catch (Exception | Error e) {
            return failed(received, Crash.explain(e, received).orElseGet(() -> Failures.classify(e)));
        }
    }

    private Outbox delivered(Message message, String receipt) {
        return new Outbox()
                .journal(new JournalEvent(
                        Ids.derived(message.envelope().messageId(), "delivered", procedure.id()),
                        EventType.DELIVERED,
                        Instant.now(clock),
                        procedure.id(),
                        "Zugestellt: " + receipt + ".",
                        null,
                        message.envelope(),
                        null));
    }

    private Outbox failed(Received received, HubException why) {
        LOG.info(
                "Delivery of {} to {}, attempt {}: {}",
                received.message().envelope().messageId(),
                procedure.id(),
                received.attempt(),
                why.sentence());
        if (why.kind() == FailureKind.TRANSIENT && !exhausted(received)) {
            clearing.delayed(received, procedure.id(), why).ifPresent(event -> journal.write(event, null));
            throw why;
        }
        Outbox outbox = new Outbox();
        clearing.delivery(received, procedure.id(), why, outbox);
        return outbox;
    }

    private boolean exhausted(Received received) {
        int attempts = procedure.delivery().retry().attempts();
        return attempts > 0 && received.attempt() >= attempts;
    }
}
