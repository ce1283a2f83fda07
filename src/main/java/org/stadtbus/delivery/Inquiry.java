package org.stadtbus.delivery;

import java.time.Duration;

/**
 * A question to a target for the proof of a message it has. Its text is the name of the broker's group in which the message
 * waits, so that it is asked by one at a time.
 *
 * @param procedure whose target is asked
 * @param open under which id, and for how long
 */
record Inquiry(String procedure, Receipt.Open open) {
    private static final String BETWEEN = " ";

    String text() {
        return String.join(BETWEEN, procedure, open.limit().toString(), open.peerId());
    }

    static Inquiry of(String text) {
        String[] parts = text.split(BETWEEN, 3);
        return new Inquiry(parts[0], new Receipt.Open(parts[2], Duration.parse(parts[1])));
    }
}
