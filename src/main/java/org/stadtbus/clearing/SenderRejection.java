package org.stadtbus.clearing;

import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/** Tells the sender of a message that it was refused; he is told on the way he sent it. */
public interface SenderRejection {

    /**
     * Adds the refusal to the outbox: journal event and the answer to the sender.
     *
     * @param message the message as it lies in clearing
     * @param joined its envelope with what is known of its journey
     * @param queue where it failed
     * @param why what the sender reads
     * @throws HubException rejected ({@code cannot-reject}) when this message has no sender who could be told
     */
    void reject(Message message, Envelope joined, String queue, HubException why, Outbox outbox);
}
