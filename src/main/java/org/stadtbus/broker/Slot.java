package org.stadtbus.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.client.impl.ClientSessionImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session of a consumer.
 *
 * <p>It rests by telling the broker to give it nothing, not by ending: groups stay with it, so that what it returns untouched and
 * what follows in the same group come back in their order. It rests and ends only while nothing is in hand.
 */
final class Slot {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final Session session;
    private final MessageProducer producer;
    private final Returns returns;
    private final Executor elsewhere;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object switching = new Object();
    private boolean halted;
    private boolean busy;
    private boolean resting;
    private boolean ending;

    Slot(Session session, MessageProducer producer, Returns returns, Executor elsewhere) {
        this.session = session;
        this.producer = producer;
        this.returns = returns;
        this.elsewhere = elsewhere;
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
            giveBack();
            return;
        }
        boolean done = work.take(this, wire);
        if (end()) {
            halt();
        }
        if (!done) {
            giveBack();
        }
        endIfWanted();
    }

    private synchronized boolean begin() {
        busy = !resting;
        return busy;
    }

    private synchronized boolean end() {
        busy = false;
        return resting;
    }

    private void giveBack() {
        halt();
        rollback();
    }

    /** Takes nothing more; a message in hand is finished first. */
    void rest() {
        boolean idle;
        synchronized (this) {
            idle = !resting && !busy;
            resting = true;
        }
        if (idle) {
            halt();
        }
    }

    /** Takes messages again. */
    void wake() {
        synchronized (this) {
            resting = ending;
        }
        synchronized (switching) {
            if (halted && !isResting()) {
                halted = false;
                start();
            }
        }
    }

    private synchronized boolean isResting() {
        return resting;
    }

    private void halt() {
        synchronized (switching) {
            if (!halted && isResting()) {
                halted = true;
                stop();
            }
        }
    }

    private void start() {
        try {
            ((ActiveMQSession) session).getCoreSession().start();
        } catch (ActiveMQException e) {
            LOG.warn("A session does not start again: {}", e.getMessage());
        }
    }

    private void stop() {
        try {
            // without waiting: the thread that asks may be the one that has the message
            ((ClientSessionImpl) ((ActiveMQSession) session).getCoreSession()).stop(false);
        } catch (ActiveMQException e) {
            LOG.warn("A session does not rest: {}", e.getMessage());
        }
    }

    /** Ends as soon as nothing is in hand; what it has taken and not begun goes back to its place. */
    void close() {
        rest();
        synchronized (this) {
            ending = true;
        }
        endIfWanted();
    }

    private void endIfWanted() {
        synchronized (this) {
            if (!ending || busy) {
                return;
            }
        }
        elsewhere.execute(() -> {
            try {
                session.close();
            } catch (JMSException e) {
                LOG.warn("A session did not close in order: {}", e.getMessage());
            } finally {
                ended.countDown();
            }
        });
    }

    boolean awaitEnd(long nanos) {
        try {
            return ended.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void rollback() {
        // a roll-back stops the session and starts it again when it was started: not while somebody switches
        synchronized (switching) {
            returns.giveBack(this::rollbackSession);
        }
    }

    private void rollbackSession() {
        try {
            session.rollback();
        } catch (JMSException | RuntimeException e) {
            LOG.warn("A roll-back was not confirmed, the broker does it when the session ends: {}", e.getMessage());
        }
    }

    /** What a session does with a message. */
    @FunctionalInterface
    interface SlotWork {
        /** @return false when the message shall go back untouched; never throws */
        boolean take(Slot slot, Message wire);
    }
}
