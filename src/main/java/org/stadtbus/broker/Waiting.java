package org.stadtbus.broker;

import java.util.Set;

/**
 * What the messages on all queues need.
 *
 * @param contents addresses in the vault: claim-checked payloads, attachments, payloads of events
 * @param journeys ids of the journeys with a message on some queue
 */
public record Waiting(Set<String> contents, Set<String> journeys) {

    /** Looks at the queues. */
    @FunctionalInterface
    public interface Look {

        /**
         * Everything that waits, is scheduled for another attempt, or is in hand.
         *
         * @throws org.stadtbus.envelope.HubException transient ({@code too-many-waiting}) when there is more than can be looked
         *     at, ({@code queues-unreadable}) when not everything can be seen
         */
        Waiting now();
    }
}
