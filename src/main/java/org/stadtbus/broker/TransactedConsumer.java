package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private static final int CLOSING = 64;

    private final Broker broker;
    private final Link link;
    private final String queue;
    private final int parallel;
    private final Handler handler;
    private final List<Session> sessions = new ArrayList<>();
    /** Messages whose outbox the broker had already: an earlier commit came through although its answer was lost. */
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    private TransactedConsumer(Broker broker, Link link, String queue, int parallel, Handler handler) {
        this.broker = broker;
        this.link = link;
        this.queue = queue;
        this.parallel = parallel;
        this.handler = handler;
    }

    static TransactedConsumer start(Broker broker, Link link, String queue, int sessions, Handler handler) {
        TransactedConsumer consumer = new TransactedConsumer(broker, link, queue, sessions, handler);
        try {
            link.use(consumer);
        } catch (JMSException e) {
            throw HubException.temporary(
                    "broker-unavailable", "Die Warteschlange " + queue + " ist nicht erreichbar.", e);
        }
        return consumer;
    }

    @Override
    public void begin(Connection connection) throws JMSException {
        sessions.clear();
        for (int i = 0; i < parallel; i++) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            sessions.add(session);
            MessageConsumer jms = session.createConsumer(session.createQueue(queue));
            jms.setMessageListener(message -> take(session, message));
        }
    }

    private void take(Session session, Message wire) {
        try {
            String id = wire.getJMSMessageID();
            if (!settled.remove(id)) {
                handle(session, wire);
            }
            commit(session, id);
        } catch (HubException explained) {
            LOG.debug("Message stays on {}", queue, explained);
            rollback(session);
        } catch (Throwable unexplained) {
            // errors too: what is not rolled back here would be consumed by the next commit of this session
            LOG.warn("A message stays on {}: {}", queue, unexplained.getClass().getName());
            LOG.debug("Message stays on {}", queue, unexplained);
            rollback(session);
        }
    }

    private void handle(Session session, Message wire) throws Exception {
        org.stadtbus.envelope.Message message;
        try {
            message = broker.format().read(wire);
        } catch (HubException e) {
            if (e.kind() == FailureKind.TRANSIENT) {
                LOG.warn("A message on {} waits: {}", queue, e.sentence());
                throw e;
            }
            LOG.error("A message on {} is put aside on {}: {}", queue, Queues.UNREADABLE, e.sentence());
            broker.putAside(session, wire);
            return;
        }
        broker.write(session, handler.handle(new Received(message, wire.getIntProperty("JMSXDeliveryCount"))));
    }

    private void commit(Session session, String id) throws JMSException {
        try {
            session.commit();
        } catch (JMSException e) {
            if (!Broker.isDuplicate(e)) {
                throw e;
            }
            LOG.info("What message {} of {} leads to had been sent before; it is consumed alone", id, queue);
            settled.add(id);
            rollback(session);
        }
    }

    private void rollback(Session session) {
        try {
            session.rollback();
        } catch (JMSException | RuntimeException e) {
            LOG.warn(
                    "Roll-back on {} was not confirmed, the broker does it when the session ends: {}",
                    queue,
                    e.getMessage());
        }
    }

    /** Stops taking messages; returns when the ones in hand are done, or after ten seconds: then they come again. */
    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Closes all at the same time, so that many that have something in hand take no longer than one. */
    public static void closeAll(Collection<TransactedConsumer> consumers) {
        List<Runnable> closings = new ArrayList<>();
        for (TransactedConsumer consumer : consumers) {
            consumer.link.leave(consumer);
            consumer.sessions.forEach(session -> closings.add(() -> consumer.close(session)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(closings.size(), CLOSING)));
        CompletableFuture.allOf(closings.stream()
                        .map(closing -> CompletableFuture.runAsync(closing, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        threads.shutdown();
    }

    private void close(Session session) {
        try {
            session.close();
        } catch (JMSException e) {
            LOG.warn("A session on {} did not close in order: {}", queue, e.getMessage());
        }
    }
}
