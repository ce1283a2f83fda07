package org.stadtbus.cli.testdrive;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again, for a minute at most. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Patience() {}

    /** What is seen as soon as it is as wished, or at the last look. */
    static <T> T lookUntil(Predicate<T> wished, Supplier<T> look) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        T seen = look.get();
        while (!wished.test(seen) && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            seen = look.get();
        }
        return seen;
    }
}
