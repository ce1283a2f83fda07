package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.HubException;

/**
 * Fetches what waits on a broker of the URL that no hub node is connected to any more: after a broker of a cluster died, the hub
 * goes on at another one, and what the first has on its disk would wait there for ever. Artemis hands over by itself neither
 * messages of a group nor those that wait for a person.
 */
final class Stragglers implements Link.User, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stragglers.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** Time for the hub's consumers to begin on a new connection, so that what is fetched meets them. */
    private static final Duration AFTER_CONNECTING = Duration.ofSeconds(1);

    private final Link link;
    private final List<ActiveMQConnectionFactory> brokers;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stragglers");
        thread.setDaemon(true);
        return thread;
    });
    /** Broker → what was said about it last. */
    private final Map<String, String> troubles = new HashMap<>();

    /** @param brokers every broker of the URL, also the one the hub is connected to */
    Stragglers(Link link, List<ActiveMQConnectionFactory> brokers) {
        this.link = link;
        this.brokers = List.copyOf(brokers);
    }

    /** Looks every few seconds from now on; never when there is only one broker. */
    static Stragglers watch(Link link, List<ActiveMQConnectionFactory> brokers) throws JMSException {
        Stragglers stragglers = new Stragglers(link, brokers);
        if (brokers.size() > 1) {
            stragglers.looks.scheduleWithFixedDelay(
                    stragglers::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            link.use(stragglers);
        }
        return stragglers;
    }

    @Override
    public void begin(Connection connection) {
        looks.schedule(this::look, AFTER_CONNECTING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One look at every broker. */
    void look() {
        for (ActiveMQConnectionFactory broker : brokers) {
            try {
                lookAt(broker);
            } catch (RuntimeException | Error e) {
                // thrown on, it would end all further looks
                LOG.error("What waits on {} was not fetched", name(broker), e);
            }
        }
    }

    private void lookAt(ActiveMQConnectionFactory broker) {
        Optional<Connection> there = link.current().flatMap(here -> open(broker));
        if (there.isPresent()) {
            try (Connection open = there.get()) {
                open.start();
                fetch(open, name(broker));
                troubles.remove(name(broker));
            } catch (JMSException | HubException e) {
                failed(name(broker), String.valueOf(e.getMessage()));
            }
        }
    }

    private static Optional<Connection> open(ActiveMQConnectionFactory broker) {
        try {
            return Optional.of(broker.createConnection());
        } catch (JMSException e) {
            // dead, or a backup that waits: what it has is fetched when it is back
            LOG.debug("{} does not answer", name(broker), e);
            return Optional.empty();
        }
    }

    private void fetch(Connection there, String name) throws JMSException {
        Connection here = link.connection();
        Abandoned left = Abandoned.at(there);
        if (left.queues().isEmpty() || left.broker().equals(Abandoned.at(here).broker())) {
            return;
        }
        try (Session source = there.createSession(true, Session.SESSION_TRANSACTED);
                Session target = here.createSession(true, Session.SESSION_TRANSACTED);
                Removal removal = new Removal(source, target, left.broker())) {
            try {
                for (String queue : left.queues()) {
                    removal.move(queue);
                }
            } finally {
                say(removal.moved(), name);
            }
        }
    }

    private static void say(int moved, String from) {
        if (moved > 0) {
            LOG.info("Vom Broker {} übernommene Nachrichten, die dort niemand mehr abholte: {}", from, moved);
        }
    }

    private void failed(String name, String why) {
        if (!why.equals(troubles.put(name, why))) {
            LOG.warn("Was auf dem Broker {} wartet, konnte nicht übernommen werden; es bleibt dort: {}", name, why);
        }
    }

    private static String name(ActiveMQConnectionFactory broker) {
        var address = broker.getStaticConnectors()[0].getParams();
        return address.get("host") + ":" + address.get("port");
    }

    @Override
    public void close() {
        link.leave(this);
        looks.shutdownNow();
    }
}
