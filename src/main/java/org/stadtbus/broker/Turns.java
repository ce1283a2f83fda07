package org.stadtbus.broker;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who sends the same thing at the same time does so one after the other: the broker knows a duplicate key only from its commit
 * on and would take both of two transactions under way.
 */
final class Turns {
    private static final int COUNT = 256;

    private final List<Object> locks =
            IntStream.range(0, COUNT).mapToObj(i -> new Object()).toList();

    /** What to hold while sending; the same for outboxes whose first messages have the same key. */
    Object of(Outbox outbox) {
        if (outbox.messages().isEmpty()) {
            return new Object();
        }
        String key = outbox.messages().get(0).duplicateKey();
        return locks.get(Math.floorMod(key.hashCode(), COUNT));
    }
}
