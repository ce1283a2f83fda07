package org.stadtbus.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session of a consumer. It is closed only while nothing is in hand, so that no delivery under way loses its transaction;
 * what the broker has given it meanwhile goes back to its place.
 */
final class Slot {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
    /** Longest time a message waits untouched for the closing of its session. */
    private static final long PATIENCE_SECONDS = 10;

    private final Session session;
    private final MessageProducer producer;
    private final Executor closer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean busy;
    private boolean stopping;
    private boolean handedToCloser;

    Slot(Session session, MessageProducer producer, Executor closer) {
        this.session = session;
        this.producer = producer;
        this.closer = closer;
    }

    void listen(String queue, SlotWork work) throws JMSException {
        session.createConsumer(session.createQueue(queue)).setMessageListener(wire -> take(work, wire));
    }

    Session session() {
        return session;
    }

    MessageProducer producer() {
        return producer;
    }

    private void take(SlotWork work, Message wire) {
        if (!begin()) {
            awaitClosing();
            return;
        }
        boolean done = work.take(this, wire);
        boolean ends = end();
        if (!done && !(ends && awaitClosing())) {
            rollback();
        }
    }

    private synchronized boolean begin() {
        busy = !stopping;
        return busy;
    }

    private synchronized boolean end() {
        busy = false;
        closeIfIdle();
        return handedToCloser;
    }

    /** Asks for the end; a message in hand is finished first. */
    synchronized void stop() {
        stopping = true;
        closeIfIdle();
    }

    /** Takes the request to stop back; false when it is too late. */
    synchronized boolean revive() {
        if (!handedToCloser) {
            stopping = false;
        }
        return !handedToCloser;
    }

    private void closeIfIdle() {
        if (stopping && !busy && !handedToCloser) {
            handedToCloser = true;
            closer.execute(this::close);
        }
    }

    private void close() {
        closing.countDown();
        try {
            session.close();
        } catch (JMSException e) {
            LOG.warn("A session did not close in order: {}", e.getMessage());
        } finally {
            closed.countDown();
        }
    }

    private boolean awaitClosing() {
        return await(closing, TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    }

    boolean awaitClosed(long nanos) {
        return await(closed, nanos);
    }

    private static boolean await(CountDownLatch latch, long nanos) {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void rollback() {
        try {
            session.rollback();
        } catch (JMSException | RuntimeException e) {
            LOG.warn("A roll-back was not confirmed, the broker does it when the session ends: {}", e.getMessage());
        }
    }

    /** What a session does with a message. */
    @FunctionalInterface
    interface SlotWork {
        /** @return false when the message shall go back untouched, with the session's end where that is near; never throws */
        boolean take(Slot slot, Message wire);
    }
}
