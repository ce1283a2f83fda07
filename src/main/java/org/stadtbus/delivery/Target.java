package org.stadtbus.delivery;

import org.stadtbus.envelope.Message;

/** Where messages are handed over. */
@FunctionalInterface
interface Target {

    /**
     * Hands the message over.
     *
     * @return the receipt
     * @throws Exception whatever goes wrong on the way
     */
    Receipt deliver(Message message) throws Exception;
}
