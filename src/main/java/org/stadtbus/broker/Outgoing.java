package org.stadtbus.broker;

import java.time.Duration;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.Message;

/**
 * A message to put on a queue.
 *
 * @param queue where it goes
 * @param message what goes there
 * @param duplicateKey the broker refuses a second message with this key on this queue
 * @param group messages of one group are handled one after the other; empty for none
 * @param attempt number of the attempt it comes for; 0 where the broker counts the attempts
 * @param expires how long it may wait before the broker moves it to {@link Queues#EXPIRED}; zero for ever
 */
public record Outgoing(
        String queue, Message message, String duplicateKey, String group, int attempt, Duration expires) {

    /** A message whose attempts the broker counts and that may wait for ever. */
    public Outgoing(String queue, Message message, String duplicateKey, String group) {
        this(queue, message, duplicateKey, group, 0, Duration.ZERO);
    }

    /** A message for one procedure, once, in the order of its journey when {@code ordered}; it may wait for ever. */
    public static Outgoing delivery(String procedure, Message message, boolean ordered) {
        return delivery(procedure, message, ordered, Duration.ZERO);
    }

    /** A message for one procedure, once, as the procedure's delivery policy wants it. */
    public static Outgoing delivery(Procedure procedure, Message message) {
        return delivery(
                procedure.id(),
                message,
                procedure.delivery().ordered(),
                procedure.delivery().expires().orElse(Duration.ZERO));
    }

    private static Outgoing delivery(String procedure, Message message, boolean ordered, Duration expires) {
        return new Outgoing(
                Queues.delivery(procedure),
                message,
                message.envelope().messageId() + "@" + procedure,
                ordered ? message.envelope().journeyId() : "",
                1,
                expires);
    }

    boolean isSameAs(Outgoing other) {
        return queue.equals(other.queue) && duplicateKey.equals(other.duplicateKey);
    }
}
