package org.stadtbus.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads of neighbours. */
public final class Threads {
    private static final int LONGEST_WAIT_SECONDS = 10;

    private Threads() {}

    /** Interrupts what they do and waits until they have let go of their files, ten seconds at most. */
    public static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A neighbour's threads did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
