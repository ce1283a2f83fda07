package org.stadtbus.connector.enaio;

import org.stadtbus.envelope.Message;

/** What is done with a message at the eAkte: {@code vorgehen} of the Kamelet. */
@FunctionalInterface
interface Work {

    /**
     * Does it, or finds that it was done before.
     *
     * @return the receipt in a few words
     * @throws org.stadtbus.envelope.HubException with the kind of failure; the next attempt goes on where this one ended
     */
    String perform(Message message);
}
