package org.stadtbus.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.stadtbus.catalogue.DeliveryPolicy;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Rate;
import org.stadtbus.catalogue.Retry;

/**
 * Whether a procedure may get something now, as far as the hub decides it by itself: maintenance windows, the rate, the circuit
 * breaker, a pause the target asked for. It decides; closing the queue is the {@link Outlet}'s.
 */
final class Gate {
    private static final int LAST_ATTEMPTS = 10;
    private static final int ENOUGH_TO_JUDGE = 5;
    private static final float HALF_OF_THEM = 50;
    private static final double JITTER = 0.15;
    private static final Duration LONGEST_OPEN = Duration.ofMinutes(1);

    private final DeliveryPolicy policy;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private final Optional<AtomicRateLimiter> rate;
    private volatile Instant heldUntil = Instant.EPOCH;

    Gate(Procedure procedure, Clock clock) {
        this.policy = procedure.delivery();
        this.clock = clock;
        this.breaker = CircuitBreaker.of(procedure.id(), breaker(policy.retry(), clock));
        this.rate = policy.rate().map(limit -> new AtomicRateLimiter(procedure.id(), limiter(limit)));
    }

    /** Opens when half of the last attempts failed, then lets one message probe after ever longer pauses, a minute at most. */
    private static CircuitBreakerConfig breaker(Retry retry, Clock clock) {
        Duration first = shorter(retry.initial(), LONGEST_OPEN);
        Duration longest = shorter(retry.max(), LONGEST_OPEN);
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(LAST_ATTEMPTS)
                .minimumNumberOfCalls(ENOUGH_TO_JUDGE)
                .failureRateThreshold(HALF_OF_THEM)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(pauses(first, retry.multiplier(), longest))
                .clock(clock)
                .build();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Exponential pauses with jitter; the n-th is for the failed attempt n. */
    static IntervalFunction pauses(Duration initial, double multiplier, Duration max) {
        Duration least = initial.isZero() ? Duration.ofMillis(1) : initial;
        Duration most = max.compareTo(least) < 0 ? least : max;
        return IntervalFunction.ofExponentialRandomBackoff(least, multiplier, JITTER, most);
    }

    private static RateLimiterConfig limiter(Rate rate) {
        return RateLimiterConfig.custom()
                .limitForPeriod(rate.messages())
                .limitRefreshPeriod(rate.per())
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Whether deliveries may begin now; asks the breaker whether it is time for a probe. */
    boolean isOpen() {
        if (heldUntil().isPresent() || windowUntil().isPresent()) {
            return false;
        }
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN, HALF_OPEN -> mayEnter();
            case CLOSED, DISABLED, METRICS_ONLY -> true;
        };
    }

    private boolean mayEnter() {
        boolean may = breaker.tryAcquirePermission();
        if (may) {
            breaker.releasePermission();
        }
        return may;
    }

    /** Takes the permission for one delivery; false when there is none now. What is taken must be told how it ended. */
    boolean enter() {
        if (!isOpen()) {
            return false;
        }
        if (rate.isPresent() && !rate.get().acquirePermission(1)) {
            long nanos = rate.get().getDetailedMetrics().getNanosToWait();
            hold(Duration.ofNanos(Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1))));
            return false;
        }
        return breaker.tryAcquirePermission();
    }

    void delivered(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    /** Only what is the target's fault counts against it; a target that refuses a message is well. */
    void failed(Failure failure, long nanos) {
        if (failure.isTransient() && failure.fault() == Failure.Fault.TARGET) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure.why());
        } else if (failure.isTransient()) {
            breaker.releasePermission();
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Lets nothing pass for this long. */
    synchronized void hold(Duration pause) {
        Instant until = clock.instant().plus(pause);
        heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
    }

    Optional<Instant> heldUntil() {
        return Optional.of(heldUntil).filter(until -> until.isAfter(clock.instant()));
    }

    Optional<Instant> windowUntil() {
        return policy.windowUntil(clock.instant());
    }
}
