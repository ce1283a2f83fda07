package org.stadtbus.broker;

/** What to do with a message taken from a queue. */
@FunctionalInterface
public interface Handler {

    /**
     * Handles one message.
     *
     * @return what to send; it commits together with the consumption
     * @throws Exception when the message shall come again after the queue's pause: nothing is sent, nothing consumed
     */
    Outbox handle(Received received) throws Exception;
}
