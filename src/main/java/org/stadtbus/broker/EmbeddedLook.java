package org.stadtbus.broker;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalWire;

/**
 * Looks into the queues of the embedded broker, in the order in which a message moves on: postponed, ready, in hand. No message goes
 * back to its place meanwhile ({@link Returns}); sessions that end give back once, which is what the second look is for.
 */
@Component
@ConditionalOnBooleanProperty(name = "spring.artemis.embedded.enabled", matchIfMissing = true)
final class EmbeddedLook implements Waiting.Look {
    /** Above this the sets would no longer be small beside the heap; a backlog of this size ends before a disk is full. */
    private static final long MOST = 200_000;

    private static final int MOST_PASSES = 1000;

    private final EmbeddedActiveMQ broker;
    private final Returns returns;

    @Autowired
    EmbeddedLook(EmbeddedActiveMQ broker, Broker hub) {
        this(broker, hub.returns());
    }

    EmbeddedLook(EmbeddedActiveMQ broker, Returns returns) {
        this.broker = broker;
        this.returns = returns;
    }

    @Override
    public Waiting now() {
        List<Queue> queues = broker.getActiveMQServer()
                .getPostOffice()
                .getAllBindings()
                .filter(binding -> binding.getBindable() instanceof Queue)
                .map(binding -> (Queue) binding.getBindable())
                .toList();
        long waiting = queues.stream().mapToLong(Queue::getMessageCount).sum();
        if (waiting > MOST) {
            throw new HubException(
                    FailureKind.TRANSIENT,
                    "too-many-waiting",
                    String.format(
                            Locale.GERMANY,
                            "In den Warteschlangen liegen %,d Nachrichten; der Tresor wird erst danach aufgeräumt.",
                            waiting));
        }
        Needs needs = new Needs();
        queues.forEach(queue -> returns.whileNoneReturns(() -> look(queue, reference -> read(reference, needs))));
        return needs.waiting();
    }

    private static void look(Queue queue, Consumer<MessageReference> reader) {
        int undisturbed = 0;
        for (int pass = 0; undisturbed < 2; pass++) {
            if (pass == MOST_PASSES) {
                throw new HubException(
                        FailureKind.TRANSIENT,
                        "queues-unreadable",
                        "Eine Warteschlange ist zu sehr in Bewegung; der Tresor wird später aufgeräumt.");
            }
            undisturbed += pass(queue, reader) ? 1 : 0;
        }
    }

    /** False when the broker's iterator stumbled over a message that left while it looked, and may have missed others. */
    private static boolean pass(Queue queue, Consumer<MessageReference> reader) {
        queue.getScheduledMessages().forEach(reader);
        try (LinkedListIterator<MessageReference> ready = queue.browserIterator()) {
            ready.forEachRemaining(reader);
        } catch (NoSuchElementException left) {
            return false;
        }
        queue.getDeliveringMessages().values().forEach(inHand -> inHand.forEach(reader));
        return true;
    }

    private static void read(MessageReference reference, Needs needs) {
        Message message = reference.getMessage();
        needs.address(message.getStringProperty(WireFormat.PAYLOAD));
        needs.envelope(message.getStringProperty(WireFormat.ENVELOPE));
        JournalWire.events(message.getStringProperty(JournalWire.EVENTS)).forEach(needs::event);
    }
}
