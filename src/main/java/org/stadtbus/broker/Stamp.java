package org.stadtbus.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** What the hub writes beside envelope and payload on a message in a queue, and how a message is sent again with it. */
final class Stamp {
    static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    static final String GROUP = "JMSXGroupID";
    /** Present on a message whose attempts the hub counts itself. */
    static final String ATTEMPT = "attempt";
    /** Present on a message that was sent again. */
    static final String RANK = "rank";

    static final String SCHEDULED = "_AMQ_SCHED_DELIVERY";
    /** When a message that was sent again or moved came first. */
    private static final String SINCE = "since";

    private static final String ORIGIN = "_AMQ_ORIG_QUEUE";
    /** What a broker or the client writes itself. */
    private static final Set<String> GIVEN = Set.of("JMSXDeliveryCount", "JMSXUserID", "_AMQ_LARGE_SIZE");

    private Stamp() {}

    static void write(Message wire, Outgoing out) throws JMSException {
        wire.setStringProperty(DUPLICATE_ID, out.duplicateKey());
        String group = group(out);
        if (!group.isEmpty()) {
            wire.setStringProperty(GROUP, group);
        }
        if (out.attempt() > 0) {
            wire.setIntProperty(ATTEMPT, out.attempt());
        }
        Shelf.Label label = out.label();
        if (label != null) {
            label.writeTo(wire);
        }
    }

    /**
     * What comes in twice at the same moment at two hub nodes is on the queue twice, because the broker knows a duplicate key only
     * from its commit on. As a group the two are handled one after the other, and the second one's hop was done before.
     */
    private static String group(Outgoing out) {
        return out.group().isEmpty() && Queues.isEntrance(out.queue()) ? out.duplicateKey() : out.group();
    }

    static Received read(org.stadtbus.envelope.Message message, Message wire, int deaths) throws JMSException {
        return new Received(
                message,
                wire.propertyExists(ATTEMPT) ? wire.getIntProperty(ATTEMPT) : wire.getIntProperty("JMSXDeliveryCount"),
                Objects.requireNonNullElse(wire.getStringProperty(GROUP), ""),
                rank(wire),
                Instant.ofEpochMilli(since(wire)),
                Objects.requireNonNullElse(wire.getStringProperty(ORIGIN), ""),
                deaths);
    }

    /** Sends a copy with the same envelope, payload, group, priority and deadline; it needs no duplicate key, for it replaces the original. */
    static void again(Session session, MessageProducer producer, Destination queue, Message wire, Again again)
            throws JMSException {
        BytesMessage copy = WireFormat.copy(session, wire);
        String group = wire.getStringProperty(GROUP);
        if (group != null) {
            copy.setStringProperty(GROUP, group);
        }
        copy.setIntProperty(ATTEMPT, again.attempt());
        copy.setLongProperty(RANK, rank(wire));
        copy.setLongProperty(SINCE, since(wire));
        copy.setLongProperty(SCHEDULED, again.notBefore().toEpochMilli());
        producer.send(queue, copy, DeliveryMode.PERSISTENT, wire.getJMSPriority(), left(wire));
    }

    /**
     * Sends a copy to another broker with all that is written on it. Its key there is the message's number at the source, so that
     * it comes once and is never taken for another message of the same sender's key.
     */
    static void move(Session session, MessageProducer producer, Destination queue, BytesMessage wire, String source)
            throws JMSException {
        BytesMessage copy = session.createBytesMessage();
        copy.writeBytes(WireFormat.body(wire));
        for (Object each : Collections.list(wire.getPropertyNames())) {
            String name = String.valueOf(each);
            if (!GIVEN.contains(name)) {
                copy.setObjectProperty(name, wire.getObjectProperty(name));
            }
        }
        copy.setLongProperty(SINCE, since(wire));
        copy.setStringProperty(DUPLICATE_ID, source + "/" + number(wire));
        producer.send(queue, copy, DeliveryMode.PERSISTENT, wire.getJMSPriority(), left(wire));
    }

    private static long rank(Message wire) throws JMSException {
        return wire.propertyExists(RANK) ? wire.getLongProperty(RANK) : number(wire);
    }

    /** The broker's own number of a message. */
    private static long number(Message wire) {
        return wire instanceof ActiveMQMessage artemis
                ? artemis.getCoreMessage().getMessageID()
                : 0;
    }

    private static long since(Message wire) throws JMSException {
        return wire.propertyExists(SINCE) ? wire.getLongProperty(SINCE) : wire.getJMSTimestamp();
    }

    private static long left(Message wire) throws JMSException {
        long expires = wire.getJMSExpiration();
        return expires == 0
                ? 0
                : Math.max(
                        1,
                        Duration.between(Instant.now(), Instant.ofEpochMilli(expires))
                                .toMillis());
    }
}
