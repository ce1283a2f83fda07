package org.stadtbus.broker;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.HubException;

/**
 * How many messages wait or are in hand on the broker's queues, without what the hub notes for itself and what
 * is delivered and waits for a peer's proof.
 */
@Component
public class Backlog {
    private static final String MANAGEMENT = "activemq.";
    /** Queues by which the brokers of a cluster tell each other what they have. */
    private static final String NOTIFICATIONS = "notif.";

    private final Link link;

    Backlog(Link link) {
        this.link = link;
    }

    /**
     * Queue name → messages waiting, scheduled for a later attempt, or not yet committed; empty queues are left out.
     *
     * @throws HubException transient when the broker does not answer
     */
    public Map<String, Long> waiting() {
        try (Session session = link.connection().createSession(false, Session.AUTO_ACKNOWLEDGE);
                Management management = new Management(session)) {
            management.askForBacklog();
            return Management.queues(management.answers().get(0))
                    .filter(queue -> isOurs(name(queue)))
                    .collect(Collectors.toMap(
                            Backlog::name, queue -> queue.path("messageCount").asLong(), Long::sum, TreeMap::new));
        } catch (JMSException e) {
            throw HubException.temporary("broker-unavailable", "Der Broker sagt nicht, was auf ihm wartet.", e);
        }
    }

    private static String name(JsonNode queue) {
        return queue.path("name").asText();
    }

    private static boolean isOurs(String queue) {
        return !queue.startsWith(MANAGEMENT)
                && !queue.startsWith(NOTIFICATIONS)
                && !queue.startsWith("$")
                && !queue.startsWith(Queues.lease(""))
                && !Queues.isNotebook(queue)
                && !queue.equals(Queues.PROOFS);
    }
}
