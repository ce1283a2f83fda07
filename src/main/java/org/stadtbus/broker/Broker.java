package org.stadtbus.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalWriter;
import org.stadtbus.vault.Vault;

/** Sends and consumes; every send is durable when the method returns. */
public final class Broker implements JournalWriter, AutoCloseable {
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    private static final String GROUP = "JMSXGroupID";

    private final Connection connection;
    private final WireFormat format;
    private final JournalCodec codec;
    private final Vault vault;
    private final Turns turns = new Turns();

    Broker(Connection connection, Vault vault, JournalCodec codec) {
        this.connection = connection;
        this.vault = vault;
        this.codec = codec;
        this.format = new WireFormat(vault);
    }

    /**
     * Sends all of the outbox in one durable transaction.
     *
     * @return false when the broker knew one of the duplicate keys: everything was sent before, nothing was sent now
     * @throws HubException transient when the broker does not confirm
     */
    public boolean send(Outbox outbox) {
        synchronized (turns.of(outbox)) {
            return sendNow(outbox);
        }
    }

    private boolean sendNow(Outbox outbox) {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            write(session, outbox);
            session.commit();
            return true;
        } catch (JMSException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw HubException.temporary(
                    "broker-unavailable", "Die Nachricht konnte nicht dauerhaft gespeichert werden.", e);
        }
    }

    @Override
    public void write(JournalEvent event, byte @Nullable [] payload) {
        send(payload == null ? new Outbox().journal(event) : new Outbox().journal(event, payload));
    }

    /** Starts a consumer with this many parallel sessions; close it to stop after the message in hand. */
    public TransactedConsumer consume(String queue, int sessions, Handler handler) {
        return TransactedConsumer.start(this, connection, queue, sessions, handler);
    }

    /** Takes single messages that wait for a person off their queues. */
    public Shelf shelf() {
        return new Shelf(this);
    }

    /** A session whose sends and receives commit together; the caller closes it. */
    Session session() throws JMSException {
        return connection.createSession(true, Session.SESSION_TRANSACTED);
    }

    WireFormat format() {
        return format;
    }

    void write(Session session, Outbox outbox) throws JMSException {
        try (MessageProducer producer = session.createProducer(null)) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (Outgoing out : outbox.messages()) {
                Shelf.Label label = out.label();
                BytesMessage wire = format.write(session, out.message(), label != null);
                wire.setStringProperty(DUPLICATE_ID, out.duplicateKey());
                if (!out.group().isEmpty()) {
                    wire.setStringProperty(GROUP, out.group());
                }
                if (label != null) {
                    label.writeTo(wire);
                }
                producer.send(session.createQueue(out.queue()), wire);
            }
            for (Outbox.Announcement announcement : outbox.events()) {
                producer.send(session.createQueue(Queues.JOURNAL), announce(session, announcement));
            }
        }
    }

    void putAside(Session session, jakarta.jms.Message unreadable) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(Queues.UNREADABLE))) {
            producer.send(unreadable);
        }
    }

    private BytesMessage announce(Session session, Outbox.Announcement announcement) throws JMSException {
        BytesMessage wire = session.createBytesMessage();
        wire.setStringProperty("event", codec.write(announcement.event()));
        byte[] payload = announcement.payload();
        if (payload != null && payload.length > WireFormat.CLAIM_CHECK_BYTES) {
            vault.store(payload);
        } else if (payload != null) {
            wire.writeBytes(payload);
        }
        return wire;
    }

    static boolean isDuplicate(JMSException e) {
        return e.getCause() instanceof ActiveMQDuplicateIdException
                || (e.getErrorCode() != null && e.getErrorCode().contains("DUPLICATE_ID"))
                || "DUPLICATE_ID_REJECTED".equals(e.getErrorCode());
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
