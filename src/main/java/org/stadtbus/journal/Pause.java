package org.stadtbus.journal;

import java.time.Duration;

/** A pause that doubles from one second to thirty and can be cut short. */
final class Pause {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;
    private boolean over;

    /** Waits, longer than the time before; returns at once when ended. */
    synchronized void rest() throws InterruptedException {
        long end = System.nanoTime() + next.toNanos();
        for (long left = next.toMillis(); !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** The next pause is short again. */
    synchronized void reset() {
        next = FIRST;
    }

    /** True once {@link #end} was called. */
    synchronized boolean isOver() {
        return over;
    }

    /** Ends the pause under way and all to come. */
    synchronized void end() {
        over = true;
        notifyAll();
    }
}
