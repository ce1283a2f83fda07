package org.stadtbus.broker;

import org.stadtbus.envelope.HubException;

/** What to do with a message taken from a queue. */
@FunctionalInterface
public interface Handler {

    /**
     * Handles one message.
     *
     * @return what to send; it commits together with the consumption
     * @throws NotNow when the consumer was told to rest and this message shall keep its place
     * @throws Exception when the message shall come again after the queue's pause: nothing is sent, nothing consumed
     */
    Outbox handle(Received received) throws Exception;

    /**
     * Handles a message whose payload the vault does not give at the moment.
     *
     * @param received the message with an empty payload; it must not be sent on, only {@link Outbox#again again}
     * @throws HubException the reason, when the message shall come again after the queue's pause
     */
    default Outbox withoutPayload(Received received, HubException why) {
        throw why;
    }

    /** Told after a message was rolled back because the broker did not take what it led to. */
    default void rolledBack() {}
}
