package org.stadtbus.delivery;

import org.stadtbus.envelope.Message;

/** Where messages are handed over. */
@FunctionalInterface
interface Target {

    /**
     * Hands the message over.
     *
     * @return the receipt in a few words
     * @throws Exception whatever goes wrong on the way
     */
    String deliver(Message message) throws Exception;
}
