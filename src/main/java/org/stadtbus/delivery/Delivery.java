package org.stadtbus.delivery;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Again;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Retry;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.delivery.Failure.Fault;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/**
 * Attempts to hand one message to one procedure. What fails for the moment is sent again onto the same queue in the transaction
 * that consumes it, to be taken after a pause the broker keeps.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Procedure procedure;
    private final Target target;
    private final Gate gate;
    private final JourneyOrder journeys;
    private final Clearing clearing;
    private final Clock clock;
    private final Clock schedule;
    private final Failures failures;
    private final IntervalFunction pauses;

    /**
     * @param clock what the journal's times are read from
     * @param schedule the clock the broker goes by, for the time of the next attempt
     */
    Delivery(
            Procedure procedure,
            Target target,
            Gate gate,
            JourneyOrder journeys,
            Clearing clearing,
            Clock clock,
            Clock schedule) {
        this.procedure = procedure;
        this.target = target;
        this.gate = gate;
        this.journeys = journeys;
        this.clearing = clearing;
        this.clock = clock;
        this.schedule = schedule;
        this.failures = new Failures(schedule);
        Retry retry = procedure.delivery().retry();
        this.pauses = Gate.pauses(retry.initial(), retry.multiplier(), retry.max());
    }

    /** Attempts; the gate has let the message in. */
    Outbox attempt(Received received) {
        long begun = System.nanoTime();
        try {
            Receipt receipt = target.deliver(received.message());
            gate.delivered(System.nanoTime() - begun);
            journeys.done(received);
            return delivered(received.message(), receipt);
        } catch (Exception | Error e) {
            Failure failure = failures.explain(e, received);
            gate.failed(failure, System.nanoTime() - begun);
            return failed(received, failure);
        }
    }

    private Outbox delivered(Message message, Receipt receipt) {
        byte[] proof = receipt.document();
        return proof == null
                ? new Outbox().journal(delivered(message, receipt, null))
                : new Outbox().journal(delivered(message, receipt, reference(message, proof)), proof);
    }

    private static PayloadRef reference(Message message, byte[] proof) {
        String name = message.envelope().messageId() + ".quittung.xml";
        return new PayloadRef(Ids.sha256(proof), proof.length, "application/xml", name);
    }

    private JournalEvent delivered(Message message, Receipt receipt, @Nullable PayloadRef proof) {
        return new JournalEvent(
                Ids.derived(message.envelope().messageId(), "delivered", procedure.id()),
                EventType.DELIVERED,
                Instant.now(clock),
                procedure.id(),
                "Zugestellt: " + receipt.text() + ".",
                null,
                message.envelope(),
                proof);
    }

    /** What a failed attempt leads to: another one, or a clearing case. */
    Outbox failed(Received received, Failure failure) {
        HubException why = failure.why();
        LOG.info(
                "Delivery of {} to {}, attempt {}: {}",
                received.message().envelope().messageId(),
                procedure.id(),
                received.attempt(),
                why.sentence());
        if (failure.isTransient() && !exhausted(received, failure)) {
            return again(received, failure);
        }
        journeys.done(received);
        Outbox outbox = new Outbox();
        clearing.delivery(received, procedure.id(), why, outbox);
        return outbox;
    }

    private Outbox again(Received received, Failure failure) {
        Duration pause = Duration.ofMillis(pauses.apply(received.attempt()));
        if (failure.retryAfter().isPresent()) {
            Duration asked = failure.retryAfter().get();
            pause = asked.compareTo(pause) > 0 ? asked : pause;
            gate.hold(asked);
        }
        Instant until = schedule.instant().plus(pause);
        journeys.sentAgain(received, until);
        Outbox outbox = new Outbox().again(new Again(until, received.attempt() + 1));
        clearing.delayed(received, procedure.id(), failure.why()).ifPresent(outbox::journal);
        return outbox;
    }

    /** Trouble of the hub itself never uses up a message's attempts. */
    private boolean exhausted(Received received, Failure failure) {
        int attempts = procedure.delivery().retry().attempts();
        return failure.fault() != Fault.HUB && attempts > 0 && received.attempt() >= attempts;
    }
}
