package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Consumes one queue: take a message, handle it, send the outbox and commit, all in one broker transaction.
 *
 * <p>A handler that throws leaves the message on the queue; the broker offers it again after the pause its address settings
 * name, also after a restart. Idle consumers hold no thread.
 */
public final class TransactedConsumer implements Link.User, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactedConsumer.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

    private final Broker broker;
    private final Link link;
    private final String queue;
    private final Handler handler;
    private final int sessions;
    private final List<Slot> slots = new ArrayList<>();
    private boolean awake;
    private boolean ended;
    /** Messages whose outbox the broker had already: an earlier commit came through although its answer was lost. */
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    TransactedConsumer(Broker broker, Link link, String queue, int sessions, Handler handler) {
        this.broker = broker;
        this.link = link;
        this.queue = queue;
        this.sessions = sessions;
        this.handler = handler;
    }

    /**
     * Takes messages from now on, until it is told to rest; while the broker is away, as soon as it is back.
     *
     * @throws HubException transient when the broker gives no session although it is there; what there are take messages
     */
    public void wake() {
        synchronized (this) {
            awake = true;
            slots.forEach(Slot::wake);
            if (slots.size() == sessions) {
                return;
            }
        }
        try {
            link.use(this);
        } catch (JMSException e) {
            throw HubException.temporary(
                    "broker-unavailable", "Die Warteschlange " + queue + " ist nicht erreichbar.", e);
        }
    }

    /** Takes nothing from now on; returns at once, messages in hand are finished. */
    public synchronized void rest() {
        awake = false;
        slots.forEach(Slot::rest);
    }

    /** Everything opened on an earlier connection is dead. */
    @Override
    public synchronized void begin(Connection connection) throws JMSException {
        slots.forEach(Slot::close);
        slots.clear();
        while (awake && !ended && slots.size() < sessions) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            Slot slot = new Slot(session, session.createProducer(null), broker.returns(), broker.closer());
            slots.add(slot);
            slot.listen(queue, this::take);
        }
    }

    private boolean take(Slot slot, Message wire) {
        try {
            String id = wire.getJMSMessageID();
            try (InHand.Note note = broker.inHand().begin(id)) {
                if (!settled.remove(id)) {
                    handle(slot, wire, note.deaths());
                }
                commit(slot, id);
            }
        } catch (NotNow later) {
            LOG.debug("Message keeps its place on {}: {}", queue, later.getMessage());
            return false;
        } catch (HubException explained) {
            LOG.debug("Message stays on {}", queue, explained);
            rollback(slot);
        } catch (Throwable unexplained) {
            // errors too: what is not rolled back here would be consumed by the next commit of this session
            LOG.warn("A message stays on {}: {}", queue, unexplained.getClass().getName());
            LOG.debug("Message stays on {}", queue, unexplained);
            rollback(slot);
        }
        return true;
    }

    private void handle(Slot slot, Message wire, int deaths) throws Exception {
        org.stadtbus.envelope.Message message;
        try {
            message = broker.format().read(wire);
        } catch (HubException e) {
            unreadable(slot, wire, e);
            return;
        }
        send(slot, wire, handler.handle(Stamp.read(message, wire, deaths)));
    }

    private void unreadable(Slot slot, Message wire, HubException why) throws JMSException {
        if (why.kind() == FailureKind.TRANSIENT) {
            LOG.warn("A message on {} waits: {}", queue, why.sentence());
            var label = new org.stadtbus.envelope.Message(broker.format().envelope(wire), new byte[0]);
            send(slot, wire, handler.withoutPayload(Stamp.read(label, wire, 0), why));
        } else {
            LOG.error("A message on {} is put aside on {}: {}", queue, Queues.UNREADABLE, why.sentence());
            broker.putAside(slot.session(), wire);
        }
    }

    private void send(Slot slot, Message wire, Outbox outbox) throws JMSException {
        broker.write(slot.session(), slot.producer(), outbox);
        if (outbox.again().isPresent()) {
            Stamp.again(
                    slot.session(),
                    slot.producer(),
                    wire.getJMSDestination(),
                    wire,
                    outbox.again().get());
        }
    }

    private void commit(Slot slot, String id) throws JMSException {
        try {
            slot.session().commit();
        } catch (JMSException e) {
            if (!Broker.isDuplicate(e)) {
                throw e;
            }
            LOG.info("What message {} of {} leads to had been sent before; it is consumed alone", id, queue);
            settled.add(id);
            slot.rollback();
        }
    }

    private void rollback(Slot slot) {
        slot.rollback();
        handler.rolledBack();
    }

    /**
     * Stops taking messages; returns when the ones in hand are done, or after 20 s. What hangs longer than that keeps its
     * transaction until the connection closes.
     */
    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Closes all at the same time, so that many that have something in hand take no longer than one. */
    public static void closeAll(Collection<TransactedConsumer> consumers) {
        consumers.forEach(TransactedConsumer::end);
        long end = System.nanoTime() + LONGEST_CLOSE.toNanos();
        for (TransactedConsumer consumer : consumers) {
            if (!consumer.awaitEnd(Duration.ofNanos(end - System.nanoTime()))) {
                LOG.warn("A message of {} is still in hand, it comes again after the next start", consumer.queue);
            }
        }
    }

    /** Stops for good as soon as nothing is in hand; returns at once. */
    public void end() {
        link.leave(this);
        synchronized (this) {
            ended = true;
            rest();
            slots.forEach(Slot::close);
        }
    }

    /** Waits for the end of a consumer that was told to end; false when a message is still in hand after this time. */
    public boolean awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<Slot> ending;
        synchronized (this) {
            ending = List.copyOf(slots);
        }
        return ending.stream().allMatch(slot -> slot.awaitEnd(end - System.nanoTime()));
    }
}
