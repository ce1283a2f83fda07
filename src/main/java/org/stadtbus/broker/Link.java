package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * The hub's one connection to its broker. Once it is lost, whoever wants to send is told so at once, and a new one is opened as
 * soon as a broker answers; what uses it begins again there.
 */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    /** What must be done anew on every new connection. */
    @FunctionalInterface
    interface User {
        /** Begins to use the connection, which is started; whatever was opened on an earlier one is dead. */
        void begin(Connection connection) throws JMSException;
    }

    private final ConnectionFactory factory;
    private final User first;
    private final Set<User> users = new LinkedHashSet<>();
    private final ScheduledExecutorService opener = Executors.newSingleThreadScheduledExecutor(task -> daemon(task));
    private final AtomicReference<@Nullable Connection> current = new AtomicReference<>();
    private volatile String trouble = "";

    private Link(ConnectionFactory factory, User first) {
        this.factory = factory;
        this.first = first;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "broker-link");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens the first connection.
     *
     * @param first uses every new connection before anybody else does; it may refuse the broker
     * @param patience how long to wait for a broker that does not answer
     * @throws HubException transient when none answered, permanent when {@code first} refused it
     */
    static Link open(ConnectionFactory factory, User first, Duration patience) {
        Link link = new Link(factory, first);
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!link.connect()) {
                if (System.nanoTime() - end > 0) {
                    throw away();
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
        link.opener.scheduleWithFixedDelay(
                link::look, BETWEEN_ATTEMPTS.toMillis(), BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS);
        return link;
    }

    /** The connection there is now; empty while the broker is away. */
    Optional<Connection> current() {
        return Optional.ofNullable(current.get());
    }

    /** @throws HubException transient while there is no connection */
    Connection connection() {
        Connection open = current.get();
        if (open == null) {
            throw away();
        }
        return open;
    }

    private static HubException away() {
        return new HubException(
                FailureKind.TRANSIENT,
                "broker-unavailable",
                "Der Broker ist zurzeit nicht erreichbar; bitte später noch einmal.");
    }

    /**
     * Has the user begin now, or when there is a connection, and again on every later one.
     *
     * @throws JMSException when the broker refuses although it is there
     */
    synchronized void use(User user) throws JMSException {
        Connection open = current.get();
        if (open != null) {
            try {
                user.begin(open);
            } catch (JMSException e) {
                if (open == current.get()) {
                    throw e;
                }
            }
        }
        users.add(user);
    }

    synchronized void leave(User user) {
        users.remove(user);
    }

    private void look() {
        if (current.get() == null) {
            try {
                connect();
            } catch (HubException refused) {
                waiting(refused.sentence());
            } catch (RuntimeException | Error e) {
                // thrown on, it would end all further looks
                LOG.error("A connection to the broker failed unexpectedly", e);
            }
        }
    }

    /** One attempt; false when no broker answers or it is lost again at once. */
    private synchronized boolean connect() {
        Connection fresh = null;
        try {
            fresh = factory.createConnection();
            Connection opened = fresh;
            opened.setExceptionListener(e -> lost(opened, e.getMessage()));
            opened.start();
            first.begin(opened);
            current.set(opened);
            for (User user : List.copyOf(users)) {
                user.begin(opened);
            }
        } catch (JMSException e) {
            abandon(fresh);
            waiting(e.getMessage());
            return false;
        } catch (HubException refused) {
            abandon(fresh);
            throw refused;
        }
        if (!trouble.isEmpty()) {
            LOG.info("Der Broker ist wieder da.");
            trouble = "";
        }
        return true;
    }

    private void lost(Connection connection, @Nullable String why) {
        if (current.compareAndSet(connection, null)) {
            waiting(why);
            opener.execute(this::look);
        }
        abandon(connection);
    }

    private void waiting(@Nullable String why) {
        String said = String.valueOf(why);
        if (!said.equals(trouble)) {
            trouble = said;
            LOG.warn(
                    "Der Broker ist nicht erreichbar, Nachrichten warten dort, neue werden nicht angenommen: {}", said);
        }
    }

    /** Closing waits for messages in hand, which nobody must wait for here. */
    private void abandon(@Nullable Connection connection) {
        if (connection != null) {
            current.compareAndSet(connection, null);
            daemon(() -> close(connection)).start();
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (JMSException e) {
            LOG.debug("A dead connection did not close in order", e);
        }
    }

    @Override
    public void close() {
        opener.shutdownNow();
        Connection open = current.getAndSet(null);
        if (open != null) {
            close(open);
        }
    }
}
