package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How messages are handed to a procedure.
 *
 * @param concurrency deliveries under way at a time on one node
 * @param ordered whether messages of one journey are handed over one after the other, also while one of them is tried again
 * @param retry what happens after a failed attempt
 * @param rate how many deliveries may begin in a span of time; empty for no limit
 * @param windows times in which nothing is delivered
 * @param expires how long a message may wait before a person is asked; empty for ever
 */
public record DeliveryPolicy(
        int concurrency,
        boolean ordered,
        Retry retry,
        Optional<Rate> rate,
        List<Window> windows,
        Optional<Duration> expires) {
    /** What holds where the catalogue says nothing. */
    public static final DeliveryPolicy DEFAULT =
            new DeliveryPolicy(2, true, Retry.DEFAULT, Optional.empty(), List.of(), Optional.empty());

    public DeliveryPolicy {
        windows = List.copyOf(windows);
    }

    /** When the maintenance window that is open now ends, the last one where several are; empty when none is open. */
    public Optional<Instant> windowUntil(Instant now) {
        return windows.stream()
                .flatMap(window -> window.openUntil(now).stream())
                .max(Instant::compareTo);
    }

    @JsonCreator
    static DeliveryPolicy of(
            @Nullable Integer concurrency,
            @Nullable String order,
            @Nullable Retry retry,
            @Nullable Rate rate,
            @Nullable List<Window> windows,
            @Nullable String expires) {
        return new DeliveryPolicy(
                concurrency == null ? DEFAULT.concurrency : concurrency,
                !"none".equals(order),
                retry == null ? DEFAULT.retry : retry,
                Optional.ofNullable(rate),
                windows == null ? List.of() : windows,
                Optional.ofNullable(expires).map(DurationStyle::detectAndParse));
    }
}
