package org.stadtbus.journal;

import org.jspecify.annotations.Nullable;

/** Puts an event on the journal by itself, outside a message's transaction; durable when the call returns. */
public interface JournalWriter {

    /**
     * Writes one event.
     *
     * @param payload the payload the event announces; absent when it announces none
     */
    void write(JournalEvent event, byte @Nullable [] payload);
}
