package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private final List<Slot> slots = new ArrayList<>();
    private final List<Slot> leaving = new ArrayList<>();
    private int wanted;
    /** Messages whose outbox the broker had already: an earlier commit came through although its answer was lost. */
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    private TransactedConsumer(Broker broker, Link link, String queue, Handler handler) {
        this.broker = broker;
        this.link = link;
        this.queue = queue;
        this.handler = handler;
    }

    static TransactedConsumer start(Broker broker, Link link, String queue, int sessions, Handler handler) {
        TransactedConsumer consumer = new TransactedConsumer(broker, link, queue, handler);
        consumer.wanted = sessions;
        try {
            link.use(consumer);
        } catch (JMSException e) {
            throw consumer.unreachable(e);
        }
        return consumer;
    }

    /** Everything opened on an earlier connection is dead. */
    @Override
    public synchronized void begin(Connection connection) throws JMSException {
        slots.forEach(Slot::stop);
        slots.clear();
        leaving.clear();
        while (slots.size() < wanted) {
            slots.add(open(connection));
        }
    }

    /**
     * Consumes with this many sessions from now on; returns at once. Surplus sessions end when the message in hand is done,
     * and until then no other takes their place. While the broker is away the number is kept for the next connection.
     *
     * @throws HubException transient when the broker gives no session although it is there; what there are go on
     */
    public synchronized void sessions(int number) {
        wanted = number;
        leaving.removeIf(slot -> slot.awaitClosed(0));
        while (slots.size() > wanted) {
            Slot surplus = slots.remove(slots.size() - 1);
            surplus.stop();
            leaving.add(surplus);
        }
        for (Slot slot : List.copyOf(leaving)) {
            if (slots.size() < wanted && slot.revive()) {
                leaving.remove(slot);
                slots.add(slot);
            }
        }
        Optional<Connection> connection = link.current();
        try {
            while (connection.isPresent() && slots.size() < wanted) {
                slots.add(open(connection.get()));
            }
        } catch (JMSException e) {
            if (connection.equals(link.current())) {
                throw unreachable(e);
            }
        }
    }

    private HubException unreachable(JMSException e) {
        return HubException.temporary(
                "broker-unavailable", "Die Warteschlange " + queue + " ist nicht erreichbar.", e);
    }

    private Slot open(Connection connection) throws JMSException {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        Slot slot = new Slot(session, session.createProducer(null), broker.closer());
        slot.listen(queue, this::take);
        return slot;
    }

    private boolean take(Slot slot, Message wire) {
        try {
            String id = wire.getJMSMessageID();
            if (!settled.remove(id)) {
                handle(slot, wire);
            }
            commit(slot, id);
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

    private void handle(Slot slot, Message wire) throws Exception {
        org.stadtbus.envelope.Message message;
        try {
            message = broker.format().read(wire);
        } catch (HubException e) {
            unreadable(slot, wire, e);
            return;
        }
        send(slot, wire, handler.handle(Stamp.read(message, wire)));
    }

    private void unreadable(Slot slot, Message wire, HubException why) throws JMSException {
        if (why.kind() == FailureKind.TRANSIENT) {
            LOG.warn("A message on {} waits: {}", queue, why.sentence());
            var label = new org.stadtbus.envelope.Message(broker.format().envelope(wire), new byte[0]);
            send(slot, wire, handler.withoutPayload(Stamp.read(label, wire), why));
        } else {
            LOG.error("A message on {} is put aside on {}: {}", queue, Queues.UNREADABLE, why.sentence());
            broker.putAside(slot.session(), wire);
        }
    }

    private void send(Slot slot, Message wire, Outbox outbox) throws JMSException {
        broker.write(slot.session(), slot.producer(), outbox);
        if (outbox.again().isPresent()) {
            Stamp.again(
                    slot.session(), slot.producer(), wire.getJMSDestination(), wire, outbox.again().get());
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
        for (TransactedConsumer consumer : consumers) {
            consumer.link.leave(consumer);
            consumer.sessions(0);
        }
        long end = System.nanoTime() + LONGEST_CLOSE.toNanos();
        for (TransactedConsumer consumer : consumers) {
            if (!consumer.awaitClosed(Duration.ofNanos(end - System.nanoTime()))) {
                LOG.warn("A message of {} is still in hand, it comes again after the next start", consumer.queue);
            }
        }
    }

    /** Waits until every session that was told to stop has ended; false when one has not in time. */
    public boolean awaitClosed(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<Slot> ending;
        synchronized (this) {
            ending = List.copyOf(leaving);
        }
        return ending.stream().allMatch(slot -> slot.awaitClosed(end - System.nanoTime()));
    }
}
