package org.stadtbus.broker;

import org.stadtbus.envelope.Message;

/**
 * A message to put on a queue.
 *
 * @param queue where it goes
 * @param message what goes there
 * @param duplicateKey the broker refuses a second message with this key on this queue
 * @param group messages of one group are handled one after the other; empty for none
 */
public record Outgoing(String queue, Message message, String duplicateKey, String group) {

    /** A message for one procedure, once, in the order of its journey when {@code ordered}. */
    public static Outgoing delivery(String procedure, Message message, boolean ordered) {
        return new Outgoing(
                Queues.delivery(procedure),
                message,
                message.envelope().messageId() + "@" + procedure,
                ordered ? message.envelope().journeyId() : "");
    }

    boolean isSameAs(Outgoing other) {
        return queue.equals(other.queue) && duplicateKey.equals(other.duplicateKey);
    }
}
