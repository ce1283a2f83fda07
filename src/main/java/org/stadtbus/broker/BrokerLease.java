package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.HubException;

/**
 * A lease that the broker gives. Every node sends signs of life to an exclusive queue, from which the broker lets one node only
 * receive; who received lately holds the lease. No clock is compared and no database asked (docs/decisions/0006).
 */
final class BrokerLease implements Lease, Link.User, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLease.class);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);
    /** Shorter than the broker waits before it gives up a silent node and lets the next one receive. */
    private static final Duration LASTS = Duration.ofSeconds(7);

    private final Link link;
    private final String name;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long until = System.nanoTime();
    private volatile @Nullable Session listening;
    private boolean held;

    private BrokerLease(Link link, String name) {
        this.link = link;
        this.name = name;
    }

    static BrokerLease start(Link link, String name) throws JMSException {
        BrokerLease lease = new BrokerLease(link, name);
        link.use(lease);
        lease.heart.scheduleWithFixedDelay(lease::beat, 0, BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS);
        return lease;
    }

    @Override
    public boolean held() {
        return until - System.nanoTime() > 0;
    }

    @Override
    public void begin(Connection connection) throws JMSException {
        until = System.nanoTime();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer beats = session.createConsumer(queue(session));
        beats.setMessageListener(beat -> received(session));
        listening = session;
    }

    private Queue queue(Session session) throws JMSException {
        return session.createQueue(Queues.lease(name));
    }

    private void received(Session session) {
        long at = System.nanoTime();
        try {
            // confirms that the broker still counts on this node: a sign of life that lay about here proves nothing
            session.commit();
            until = at + LASTS.toNanos();
        } catch (JMSException e) {
            LOG.debug("A sign of life came too late", e);
        }
    }

    private void beat() {
        try (Session session = link.connection().createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(queue(session))) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.send(session.createMessage());
        } catch (JMSException | HubException e) {
            LOG.debug("No sign of life for {}", name, e);
        } catch (RuntimeException | Error e) {
            // thrown on, it would end all further ones
            LOG.error("The lease {} failed unexpectedly", name, e);
        }
        say();
    }

    private void say() {
        if (held() != held) {
            held = !held;
            LOG.info(
                    held ? "Dieser Knoten hat jetzt die Aufgabe {}." : "Dieser Knoten hat die Aufgabe {} nicht mehr.",
                    name);
        }
    }

    /** Gives the lease back; another node gets it at once. */
    @Override
    public void close() {
        heart.shutdownNow();
        link.leave(this);
        until = System.nanoTime();
        Session open = listening;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException e) {
                LOG.debug("The lease was not given back in order; the broker takes it", e);
            }
        }
    }
}
