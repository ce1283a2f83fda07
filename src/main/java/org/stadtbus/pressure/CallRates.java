package org.stadtbus.pressure;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fast each OAuth2 client may call; counted by the second, on this node, by a clock that never jumps. */
public final class CallRates {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final int usual;
    private final Map<String, Integer> special;
    private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();

    /**
     * @param usual calls a second of a client
     * @param special other figures, by client id
     */
    CallRates(int usual, Map<String, Integer> special) {
        this.usual = usual;
        this.special = Map.copyOf(special);
    }

    /**
     * Counts a call.
     *
     * @throws Busy ({@code too-many-calls}) when the client has used up its second
     */
    public void count(String client) {
        if (!limiters.computeIfAbsent(client, this::limiter).acquirePermission()) {
            throw new Busy(
                    Busy.TOO_MANY_CALLS,
                    "Dieser Zugang ruft zu oft auf. Bitte nach der genannten Zeit noch einmal senden.",
                    PERIOD);
        }
    }

    private RateLimiter limiter(String client) {
        return RateLimiter.of(
                client,
                RateLimiterConfig.custom()
                        .limitForPeriod(special.getOrDefault(client, usual))
                        .limitRefreshPeriod(PERIOD)
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }
}
