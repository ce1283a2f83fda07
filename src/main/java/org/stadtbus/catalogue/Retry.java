package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How often a failed delivery is tried again.
 *
 * @param initial pause before the second attempt
 * @param multiplier factor from pause to pause
 * @param max longest pause
 * @param attempts attempts in all before a person is asked; 0 = for ever
 */
public record Retry(Duration initial, double multiplier, Duration max, int attempts) {
    /** What holds where the catalogue says nothing. */
    public static final Retry DEFAULT = new Retry(Duration.ofSeconds(1), 2, Duration.ofMinutes(5), 0);

    @JsonCreator
    static Retry of(
            @Nullable String initial, @Nullable Double multiplier, @Nullable String max, @Nullable Integer attempts) {
        return new Retry(
                initial == null ? DEFAULT.initial : DurationStyle.detectAndParse(initial),
                multiplier == null ? DEFAULT.multiplier : multiplier,
                max == null ? DEFAULT.max : DurationStyle.detectAndParse(max),
                attempts == null ? DEFAULT.attempts : attempts);
    }
}
