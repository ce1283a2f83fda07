package org.stadtbus.broker;

import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/**
 * A message to put on a queue.
 *
 * @param queue where it goes
 * @param message what goes there
 * @param duplicateKey the broker refuses a second message with this key on this queue
 * @param group messages of one group are handled one after the other; empty for none
 * @param label by which a {@link Shelf} finds it again; absent for messages that are consumed in turn
 */
public record Outgoing(String queue, Message message, String duplicateKey, String group, Shelf.@Nullable Label label) {

    /** A message that is consumed in turn. */
    public Outgoing(String queue, Message message, String duplicateKey, String group) {
        this(queue, message, duplicateKey, group, null);
    }

    /** A message that waits on a shelf until somebody asks for it by its label. */
    public static Outgoing shelved(String queue, Message message, Shelf.Label label) {
        return new Outgoing(queue, message, label.caseId() + "~v" + label.version(), "", label);
    }

    /** A message sent into a route's queue once more; its key carries the number of the replay. */
    public static Outgoing replay(String queue, Message message) {
        Envelope e = message.envelope();
        return new Outgoing(queue, message, e.messageId() + e.replayMark(), "");
    }

    /** A message for one procedure, once per replay, in the order of its journey when {@code ordered}. */
    public static Outgoing delivery(String procedure, Message message, boolean ordered) {
        return new Outgoing(
                Queues.delivery(procedure),
                message,
                message.envelope().messageId() + "@" + procedure
                        + message.envelope().replayMark(),
                ordered ? message.envelope().journeyId() : "");
    }

    boolean isSameAs(Outgoing other) {
        return queue.equals(other.queue) && duplicateKey.equals(other.duplicateKey);
    }
}
