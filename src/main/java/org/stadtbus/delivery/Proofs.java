package org.stadtbus.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stadtbus.broker.Again;
import org.stadtbus.broker.Handler;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.DeliveryPolicy;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.Message;

/**
 * Asks targets again for the proof of what was delivered, at growing intervals that the broker keeps, until it is final or the
 * limit is over. In a maintenance window of the procedure nobody is asked; the question due in it comes when it ends. A target that
 * reports that the message did not arrive makes it a clearing case,
 * beside which its report is kept.
 */
final class Proofs implements Handler {
    /** From the delivery to the first question and so on; the last one repeats. */
    static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1));

    private final Function<String, Optional<Peer>> peers;
    private final Clearing clearing;
    private final ReceiptEvents events;
    private final Clock schedule;
    private final Failures failures;
    private final List<Duration> intervals;

    /**
     * Whom to ask.
     *
     * @param policy says when he is not to be asked
     */
    record Peer(Inquirer target, DeliveryPolicy policy) {}

    /**
     * @param peers whom to ask, by procedure
     * @param clock what the journal's times are read from
     * @param schedule the clock the broker goes by
     */
    Proofs(
            Function<String, Optional<Peer>> peers,
            Clearing clearing,
            Clock clock,
            Clock schedule,
            List<Duration> intervals) {
        this.peers = peers;
        this.clearing = clearing;
        this.events = new ReceiptEvents(clock);
        this.schedule = schedule;
        this.failures = new Failures(schedule);
        this.intervals = intervals;
    }

    @Override
    public Outbox handle(Received received) {
        if (received.attempt() == 1) {
            return again(received, schedule.instant().plus(intervals.get(0)));
        }
        Inquiry inquiry = Inquiry.of(received.group());
        return peers.apply(inquiry.procedure())
                .map(peer -> peer.policy()
                        .windowUntil(schedule.instant())
                        .map(end -> new Outbox().again(new Again(end, received.attempt())))
                        .orElseGet(() -> ask(peer.target(), received, inquiry)))
                .orElseGet(() -> events.unproven(
                        inquiry.procedure(), received.message(), "Das Fachverfahren ist nicht mehr angeschlossen."));
    }

    private Outbox ask(Inquirer target, Received received, Inquiry inquiry) {
        Message message = received.message();
        try {
            Optional<Receipt> receipt = target.inquire(message, inquiry.open().peerId());
            if (receipt.isEmpty()) {
                return events.unproven(inquiry.procedure(), message, "Das Ziel kennt die Nachricht nicht mehr.");
            }
            return receipt.get().open().isPresent()
                    ? later(received, inquiry, "Letzter Stand: " + receipt.get().text() + ".")
                    : events.proven(inquiry.procedure(), message, receipt.get());
        } catch (Exception | Error e) {
            Failure failure = failures.explain(e, received);
            return failure.isTransient()
                    ? later(received, inquiry, failure.why().sentence())
                    : notArrived(received, inquiry, failure);
        }
    }

    private Outbox notArrived(Received received, Inquiry inquiry, Failure failure) {
        Outbox outbox = events.failed(inquiry.procedure(), received.message(), failure.why());
        clearing.delivery(received, inquiry.procedure(), failure.why(), outbox);
        return outbox;
    }

    private Outbox later(Received received, Inquiry inquiry, String standing) {
        Instant now = schedule.instant();
        Instant end = received.since().plus(inquiry.open().limit());
        if (!now.isBefore(end)) {
            return events.unproven(inquiry.procedure(), received.message(), standing);
        }
        Instant next = now.plus(intervals.get(Math.min(received.attempt(), intervals.size()) - 1));
        return again(received, next.isBefore(end) ? next : end);
    }

    private static Outbox again(Received received, Instant next) {
        return new Outbox().again(new Again(next, received.attempt() + 1));
    }
}
