package org.stadtbus.delivery;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {
    /** A target may not silence itself for longer than this by a slip. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long the target wants to be left alone, a day at most; empty when it does not say so in a way that can be read. */
    static Optional<Duration> of(@Nullable Map<String, ?> headers, Clock clock) {
        return headers == null
                ? Optional.empty()
                : headers.entrySet().stream()
                        .filter(header -> "Retry-After".equalsIgnoreCase(header.getKey()))
                        .map(header -> String.valueOf(header.getValue()).strip())
                        .findFirst()
                        .flatMap(value -> read(value, clock))
                        .filter(pause -> !pause.isNegative())
                        .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static Optional<Duration> read(String value, Clock clock) {
        try {
            if (value.chars().allMatch(Character::isDigit) && !value.isEmpty()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(Instant.now(clock), until));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
