package org.stadtbus.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Again;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Handler;
import org.stadtbus.broker.NotNow;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.broker.StandingOrders.Order;
import org.stadtbus.broker.TransactedConsumer;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.Crash;
import org.stadtbus.delivery.Failure.Fault;
import org.stadtbus.delivery.OutletState.Activity;
import org.stadtbus.envelope.HubException;

/**
 * Opens and closes one procedure's delivery queue. Closed means that the hub takes nothing from it: messages keep their place,
 * no thread and no attempt is spent on them.
 */
final class Outlet implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);
    /** After trouble with the broker itself. */
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(1);
    /** After so long other nodes may have sent messages again that this one knows nothing of. */
    private static final Duration LONG_REST = Duration.ofSeconds(10);
    /** Nothing is delivered before the orders were read once. */
    private static final Order NOT_READ_YET = new Order(false, "", Instant.EPOCH);

    private final Procedure procedure;
    private final Gate gate;
    private final JourneyOrder journeys;
    private final Delivery delivery;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final TransactedConsumer consumer;
    private volatile @Nullable Order order = NOT_READ_YET;
    private volatile Instant breakerSince = Instant.EPOCH;
    private volatile boolean drained;
    private Instant restedSince = Instant.EPOCH;
    private boolean stopped;
    private boolean open;

    Outlet(
            Procedure procedure,
            Gate gate,
            JourneyOrder journeys,
            Delivery delivery,
            Clock clock,
            ScheduledExecutorService timer,
            Broker broker) {
        this.procedure = procedure;
        this.gate = gate;
        this.journeys = journeys;
        this.delivery = delivery;
        this.clock = clock;
        this.timer = timer;
        this.consumer = broker.consumer(
                Queues.delivery(procedure.id()), procedure.delivery().concurrency(), this);
        gate.breaker().getEventPublisher().onStateTransition(change -> {
            breakerSince = clock.instant();
            LOG.info("Deliveries to {}: circuit breaker {}", procedure.id(), change.getStateTransition());
            timer.execute(this::settle);
        });
    }

    @Override
    public Outbox handle(Received received) throws NotNow {
        Optional<Instant> wait = journeys.waitsUntil(received, clock.instant());
        if (wait.isPresent()) {
            return new Outbox().again(new Again(wait.get(), received.attempt()));
        }
        Optional<HubException> deadly = Crash.deadly(received);
        if (deadly.isPresent()) {
            return delivery.failed(received, new Failure(deadly.get(), Fault.MESSAGE, Optional.empty()));
        }
        admit(received);
        Outbox outbox = delivery.attempt(received);
        if (gate.heldUntil().isPresent()) {
            settle();
        }
        return outbox;
    }

    @Override
    public Outbox withoutPayload(Received received, HubException why) {
        return delivery.failed(received, new Failure(why, Fault.HUB, Optional.empty()));
    }

    @Override
    public void rolledBack() {
        gate.hold(BROKER_PAUSE);
        settle();
    }

    Procedure procedure() {
        return procedure;
    }

    /** What an operator has ordered from now on; absent for nothing. */
    void order(@Nullable Order given) {
        Order before = order;
        order = given;
        if (given == null || !given.equals(before)) {
            drained = false;
        }
        settle();
    }

    /** The message left the queue without a delivery. */
    void gone(Received received) {
        journeys.done(received);
    }

    /** True when draining has come to the first message that was not there when it was ordered. */
    boolean isDrained() {
        return drained;
    }

    /** Takes from the queue, or does not, as it should be now. */
    synchronized void settle() {
        if (stopped) {
            return;
        }
        if (isPaused() || !gate.isOpen()) {
            rest();
        } else if (!open) {
            if (restedSince.plus(LONG_REST).isBefore(clock.instant())) {
                journeys.forget();
            }
            open = true;
            consumer.wake();
        }
    }

    private void admit(Received received) throws NotNow {
        Order given = order;
        if (given != null && given.drain() && !received.since().isBefore(given.at())) {
            drained = true;
        }
        if (isPaused() || !gate.enter()) {
            rest();
            throw new NotNow("deliveries to " + procedure.id() + " rest");
        }
    }

    private synchronized void rest() {
        if (open) {
            open = false;
            restedSince = clock.instant();
        }
        consumer.rest();
        comeBack();
    }

    /** To the millisecond when the pause ends before the next tick; a longer one ends with some tick. */
    private void comeBack() {
        gate.heldUntil()
                .map(until -> Duration.between(clock.instant(), until).toMillis() + 1)
                .filter(millis -> millis <= Outlets.TICK_MILLIS && !stopped)
                .ifPresent(millis -> timer.schedule(this::settle, millis, TimeUnit.MILLISECONDS));
    }

    private boolean isPaused() {
        Order given = order;
        return given != null && (!given.drain() || drained);
    }

    /** Takes nothing any more; messages in hand are finished. */
    synchronized void stop() {
        stopped = true;
        consumer.end();
    }

    /** False when a message is still in hand after this time. */
    boolean awaitStopped(Duration limit) {
        return consumer.awaitEnd(limit);
    }

    Activity activity() {
        Order given = order;
        if (given != null) {
            return isPaused() ? Activity.PAUSED : Activity.DRAINING;
        }
        if (gate.windowUntil().isPresent()) {
            return Activity.MAINTENANCE;
        }
        if (gate.breaker().getState() != State.CLOSED) {
            return Activity.TARGET_DOWN;
        }
        return gate.heldUntil().isPresent() ? Activity.HELD : Activity.RUNNING;
    }

    @Nullable
    String orderedBy() {
        Order given = order;
        return given == null ? null : given.by();
    }

    Optional<Instant> since() {
        Order given = order;
        return switch (activity()) {
            case PAUSED, DRAINING -> Optional.ofNullable(given).map(Order::at);
            case TARGET_DOWN -> Optional.of(breakerSince);
            case RUNNING, MAINTENANCE, HELD -> Optional.empty();
        };
    }

    Optional<Instant> until() {
        return switch (activity()) {
            case MAINTENANCE -> gate.windowUntil();
            case HELD -> gate.heldUntil();
            case RUNNING, PAUSED, DRAINING, TARGET_DOWN -> Optional.empty();
        };
    }
}
