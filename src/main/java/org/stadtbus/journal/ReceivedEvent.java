package org.stadtbus.journal;

import org.jspecify.annotations.Nullable;

/**
 * An event as it came from the queue.
 *
 * @param inlinePayload bytes of the payload the event announces; absent when it announces none or they are in the vault already
 */
public record ReceivedEvent(JournalEvent event, byte @Nullable [] inlinePayload) {}
