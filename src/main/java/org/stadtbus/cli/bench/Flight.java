package org.stadtbus.cli.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stadtbus.envelope.HubException;

/** One message from the moment it was due to its arrival at the target; times are {@link System#nanoTime()}. */
final class Flight {
    private static final long PATIENCE_SECONDS = 120;

    private final long due;
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile long answered;
    private volatile long arrived;

    Flight(long due) {
        this.due = due;
    }

    void answered() {
        answered = System.nanoTime();
    }

    /** Only the first arrival counts. */
    void arrived() {
        if (landed.getCount() > 0) {
            arrived = System.nanoTime();
            landed.countDown();
        }
    }

    void awaitArrival() throws InterruptedException {
        if (!landed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw HubException.permanent("bench-stuck", "Eine Nachricht der Messung kam nicht beim Ziel an.");
        }
    }

    /** From due to the sender's answer. */
    long answerNanos() {
        return answered - due;
    }

    /** From due to the target having all of it. */
    long travelNanos() {
        return arrived - due;
    }
}
