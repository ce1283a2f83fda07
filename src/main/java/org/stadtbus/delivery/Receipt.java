package org.stadtbus.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a target gave back for a message.
 *
 * @param text in a few words
 * @param document the proof itself, XML; absent where the target gives none
 * @param open how to ask for what is still to come; empty when this is all the target will say
 */
record Receipt(String text, byte @Nullable [] document, Optional<Open> open) {

    /**
     * A proof that may still change.
     *
     * @param peerId the target's own id of the message, without white space
     * @param limit how long after the delivery it is asked for
     */
    record Open(String peerId, Duration limit) {}

    /** A final receipt without a document. */
    static Receipt of(String text) {
        return new Receipt(text, null, Optional.empty());
    }
}
