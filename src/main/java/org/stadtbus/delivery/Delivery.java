package org.stadtbus.delivery;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Again;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Retry;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.delivery.Failure.Fault;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

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
    private final ReceiptEvents events;
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
        this.events = new ReceiptEvents(clock);
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
        Outbox outbox = events.delivered(procedure.id(), message, receipt);
        receipt.open()
                .map(open -> new Inquiry(procedure.id(), open).text())
                .ifPresent(inquiry -> outbox.send(Outgoing.unproven(procedure.id(), message, inquiry)));
        return outbox;
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
        Outbox outbox = events.failed(procedure.id(), received.message(), why);
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
