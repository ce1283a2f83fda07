package org.stadtbus.broker;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Looks into the queues of the embedded broker. Each queue is looked at twice, so that a message on its way from one consumer's
 * hand back to its place is seen at least once.
 */
@Component
@ConditionalOnProperty(name = "spring.artemis.mode", havingValue = "embedded")
final class EmbeddedLook implements Waiting.Look {
    /** Above this the sets would no longer be small beside the heap; a backlog of this size ends before a disk is full. */
    private static final long MOST = 200_000;

    private final EmbeddedActiveMQ broker;

    EmbeddedLook(EmbeddedActiveMQ broker) {
        this.broker = broker;
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
        queues.forEach(queue -> look(queue, reference -> read(reference, needs)));
        return needs.waiting();
    }

    private static void look(Queue queue, Consumer<MessageReference> reader) {
        for (int pass = 0; pass < 2; pass++) {
            queue.getDeliveringMessages().values().forEach(inHand -> inHand.forEach(reader));
            queue.getScheduledMessages().forEach(reader);
            try (LinkedListIterator<MessageReference> ready = queue.browserIterator()) {
                ready.forEachRemaining(reader);
            }
        }
    }

    private static void read(MessageReference reference, Needs needs) {
        Message message = reference.getMessage();
        needs.address(message.getStringProperty(WireFormat.PAYLOAD));
        needs.envelope(message.getStringProperty(WireFormat.ENVELOPE));
        needs.event(message.getStringProperty("event"));
    }
}
