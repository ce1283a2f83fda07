package org.stadtbus.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a target gave back for a message.
 *
 * @param text in a few words
 * @param document the proof itself, XML; absent where the target gives none
 */
record Receipt(String text, byte @Nullable [] document) {

    /** A receipt without a document. */
    static Receipt of(String text) {
        return new Receipt(text, null);
    }
}
