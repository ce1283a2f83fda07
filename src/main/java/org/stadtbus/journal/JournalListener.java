package org.stadtbus.journal;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes events off the journal queue and has them projected, in batches. A batch leaves the queue only after the database has
 * it; while the database or the broker is away the events wait on the queue.
 */
public final class JournalListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalListener.class);
    private static final long WAIT_MILLIS = 1000;
    private static final long STOP_SECONDS = 20;

    private final ConnectionFactory connections;
    private final String queue;
    private final Projector projector;
    private final JournalCodec codec;
    private volatile @Nullable Run run;

    /**
     * @param queue name of the journal queue
     */
    public JournalListener(ConnectionFactory connections, String queue, Projector projector, JournalCodec codec) {
        this.connections = connections;
        this.queue = queue;
        this.projector = projector;
        this.codec = codec;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            Run started = new Run();
            run = started;
            started.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Run running = run;
        if (running != null) {
            running.end();
            run = null;
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    /** One start-to-stop of the listener. */
    private final class Run implements Runnable {
        private final Thread thread = new Thread(this, "journal");
        private final Pause pause = new Pause();
        private volatile boolean ended;
        private boolean outage;

        @Override
        public void run() {
            while (!ended) {
                try {
                    listen();
                } catch (JMSException | RuntimeException | Error e) {
                    // whatever it is, the events are safe on the queue, and a dead thread would be noticed by nobody
                    waitOut(e);
                }
            }
        }

        private void listen() throws JMSException {
            try (Connection connection = connections.createConnection();
                    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
                connection.start();
                while (!ended) {
                    JournalBatch batch = new JournalBatch(session, codec, queue);
                    if (batch.gather(consumer, WAIT_MILLIS)) {
                        batch.project(projector);
                        session.commit();
                        over();
                    }
                }
            }
        }

        private void waitOut(Throwable e) {
            if (!outage && !ended) {
                outage = true;
                LOG.warn(
                        "Das Journal wartet, die Ereignisse bleiben in der Warteschlange {}: {}",
                        queue,
                        e.getMessage());
            }
            LOG.debug("Journal outage", e);
            try {
                pause.rest();
            } catch (InterruptedException interrupted) {
                ended = true;
            }
        }

        private void over() {
            pause.reset();
            if (outage) {
                outage = false;
                LOG.info("Das Journal läuft wieder.");
            }
        }

        private void end() {
            ended = true;
            pause.end();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
                if (thread.isAlive()) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
