package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Transacted sessions for sending, kept for the next who sends: opening one costs more round trips to the broker than the
 * sending itself (docs/performance.md).
 */
final class Senders {
    private static final int KEPT = 32;

    private final BlockingDeque<Sender> idle = new LinkedBlockingDeque<>(KEPT);
    private final End end;

    /** @param end closes a session, in whatever thread that may be done */
    Senders(End end) {
        this.end = end;
    }

    /** How a session is closed. */
    @FunctionalInterface
    interface End {
        void end(Session session) throws JMSException;
    }

    /** A sender on this connection; close it when done, in the same thread. */
    Sender take(Connection connection) throws JMSException {
        for (Sender sender = idle.pollFirst(); sender != null; sender = idle.pollFirst()) {
            if (sender.connection == connection) {
                sender.committed = false;
                return sender;
            }
            // of a connection that is gone, and its session with it
        }
        return new Sender(connection);
    }

    /** One session with a producer; used by one thread at a time. */
    final class Sender implements AutoCloseable {
        private final Connection connection;
        private final Session session;
        private final MessageProducer producer;
        private boolean committed;

        private Sender(Connection connection) throws JMSException {
            this.connection = connection;
            this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
            this.producer = session.createProducer(null);
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        }

        Session session() {
            return session;
        }

        MessageProducer producer() {
            return producer;
        }

        void commit() throws JMSException {
            session.commit();
            committed = true;
        }

        /** A session that did not commit is not used again: what it holds goes with it. */
        @Override
        public void close() throws JMSException {
            if (!committed || !idle.offerFirst(this)) {
                end.end(session);
            }
        }
    }
}
