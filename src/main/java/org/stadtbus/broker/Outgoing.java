package org.stadtbus.broker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
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
 * @param label by which a {@link Shelf} finds it again; absent for messages that are consumed in turn
 */
public record Outgoing(
        String queue,
        Message message,
        String duplicateKey,
        String group,
        int attempt,
        Duration expires,
        Shelf.@Nullable Label label) {

    /** A message that is consumed in turn, whose attempts the broker counts and that may wait for ever. */
    public Outgoing(String queue, Message message, String duplicateKey, String group) {
        this(queue, message, duplicateKey, group, 0, Duration.ZERO, null);
    }

    /** A message that waits on a shelf until somebody asks for it by its label. */
    public static Outgoing shelved(String queue, Message message, Shelf.Label label) {
        return new Outgoing(queue, message, label.caseId() + "~v" + label.version(), "", 0, Duration.ZERO, label);
    }

    /** A message sent into a route's queue once more; its key carries the number of the replay. */
    public static Outgoing replay(String queue, Message message) {
        Envelope e = message.envelope();
        return new Outgoing(queue, message, e.messageId() + e.replayMark(), "");
    }

    /**
     * A message that a procedure has and whose proof is still to come.
     *
     * @param inquiry what to ask for it and whom; the group, so that it is asked by one at a time
     */
    public static Outgoing unproven(String procedure, Message message, String inquiry) {
        Envelope e = message.envelope();
        String key = e.messageId() + "@" + procedure + e.replayMark();
        Shelf.Label label = new Shelf.Label(Ids.derived(key), e.replay());
        return new Outgoing(Queues.PROOFS, message, key, inquiry, 1, Duration.ZERO, label);
    }

    /** A message for one procedure, once per replay, in the order of its journey when {@code ordered}; it may wait for ever. */
    public static Outgoing delivery(String procedure, Message message, boolean ordered) {
        return delivery(procedure, message, ordered, Duration.ZERO);
    }

    /** A message for one procedure, once per replay, as the procedure's delivery policy wants it. */
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
                message.envelope().messageId() + "@" + procedure
                        + message.envelope().replayMark(),
                ordered ? message.envelope().journeyId() : "",
                1,
                expires,
                null);
    }

    /** True for what may wait for weeks and is longer than the vault's address of it: its payload goes there whatever its size. */
    boolean isLight() {
        return label != null && !Queues.isNotebook(queue);
    }

    boolean isSameAs(Outgoing other) {
        return queue.equals(other.queue) && duplicateKey.equals(other.duplicateKey);
    }
}
