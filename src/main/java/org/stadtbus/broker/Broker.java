package org.stadtbus.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalWire;
import org.stadtbus.journal.JournalWriter;
import org.stadtbus.vault.Vault;

/** Sends and consumes; every send is durable when the method returns. */
public final class Broker implements JournalWriter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final Link link;
    private final WireFormat format;
    private final JournalCodec codec;
    private final Vault vault;
    private final InHand inHand;
    private final Returns returns = new Returns();
    private final Turns turns = new Turns();
    private final ExecutorService closer = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "broker-sessions-end");
        thread.setDaemon(true);
        return thread;
    });
    private final Senders senders = new Senders(this::end);

    Broker(Link link, Vault vault, JournalCodec codec, InHand inHand) {
        this.inHand = inHand;
        this.link = link;
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
        try (Senders.Sender sender = senders.take(link.connection())) {
            write(sender.session(), sender.producer(), outbox);
            sender.commit();
            return true;
        } catch (JMSException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw HubException.temporary(
                    "broker-unavailable", "Die Nachricht konnte nicht dauerhaft gespeichert werden.", e);
        }
    }

    /** Closes elsewhere what the thread that has a message of this connection in hand may not close. */
    void end(Session session) throws JMSException {
        try {
            session.close();
        } catch (jakarta.jms.IllegalStateException inHandler) {
            closer.execute(() -> {
                try {
                    session.close();
                } catch (JMSException e) {
                    LOG.warn("A session did not close in order: {}", e.getMessage());
                }
            });
        }
    }

    @Override
    public void write(JournalEvent event, byte @Nullable [] payload) {
        send(payload == null ? new Outbox().journal(event) : new Outbox().journal(event, payload));
    }

    /**
     * Starts a consumer with this many parallel sessions; close it to stop after the message in hand. While the broker is away
     * it waits, and begins again when there is a connection.
     */
    public TransactedConsumer consume(String queue, int sessions, Handler handler) {
        TransactedConsumer consumer = consumer(queue, sessions, handler);
        consumer.wake();
        return consumer;
    }

    /** As above, but resting until it is told to wake. */
    public TransactedConsumer consumer(String queue, int sessions, Handler handler) {
        return new TransactedConsumer(this, link, queue, sessions, handler);
    }

    Connection connection() {
        return link.connection();
    }

    Returns returns() {
        return returns;
    }

    InHand inHand() {
        return inHand;
    }

    Executor closer() {
        return closer;
    }

    /** Takes single messages that wait for a person off their queues. */
    public Shelf shelf() {
        return new Shelf(this);
    }

    /** Short texts that survive a crash and a change of the hub node. */
    public Notes notes() {
        return new Notes(this);
    }

    /** How far sources have read, for whichever hub node reads on. */
    public Bookmarks bookmarks() {
        return new Bookmarks(this);
    }

    /** A session whose sends and receives commit together; the caller closes it. */
    Session session() throws JMSException {
        return link.connection().createSession(true, Session.SESSION_TRANSACTED);
    }

    WireFormat format() {
        return format;
    }

    /** Queues are named, not looked up: a session asks the broker each time it is told to look one up. */
    void write(Session session, MessageProducer producer, Outbox outbox) throws JMSException {
        for (Outgoing out : outbox.messages()) {
            BytesMessage wire = format.write(session, out.message(), out.label() != null);
            Stamp.write(wire, out);
            producer.send(
                    ActiveMQJMSClient.createQueue(out.queue()),
                    wire,
                    DeliveryMode.PERSISTENT,
                    jakarta.jms.Message.DEFAULT_PRIORITY,
                    out.expires().toMillis());
        }
        List<JournalWire.Line> lines = outbox.events().stream().map(this::line).toList();
        for (BytesMessage wire : JournalWire.messages(session, lines)) {
            producer.send(ActiveMQJMSClient.createQueue(Queues.JOURNAL), wire);
        }
    }

    void putAside(Session session, jakarta.jms.Message unreadable) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(Queues.UNREADABLE))) {
            producer.send(unreadable);
        }
    }

    private JournalWire.Line line(Outbox.Announcement announcement) {
        String event = codec.write(announcement.event());
        byte[] payload = announcement.payload();
        if (payload != null && payload.length > WireFormat.CLAIM_CHECK_BYTES) {
            vault.store(announcement.event().envelope().drawer(), payload);
            return new JournalWire.Line(event, null);
        }
        return new JournalWire.Line(event, payload);
    }

    static boolean isDuplicate(JMSException e) {
        return e.getCause() instanceof ActiveMQDuplicateIdException
                || (e.getErrorCode() != null && e.getErrorCode().contains("DUPLICATE_ID"))
                || "DUPLICATE_ID_REJECTED".equals(e.getErrorCode());
    }

    @Override
    public void close() {
        closer.shutdown();
    }
}
