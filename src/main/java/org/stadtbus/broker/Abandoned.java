package org.stadtbus.broker;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.List;

/**
 * What messages of the hub lie on a broker without anybody who would take them.
 *
 * @param broker the broker's own id; a backup that took over has the same
 * @param queues where they lie; none while a hub node is connected there, which takes care of them itself
 */
record Abandoned(String broker, List<String> queues) {

    Abandoned {
        queues = List.copyOf(queues);
    }

    /** Asks the broker. */
    static Abandoned at(Connection broker) throws JMSException {
        try (Session session = broker.createSession(false, Session.AUTO_ACKNOWLEDGE);
                Management management = new Management(session)) {
            management.askFor("nodeID");
            // first: a hub node that begins in between is seen by its consumers
            management.askForBacklog();
            management.askForQueuesNamed(Queues.lease(""));
            List<Object> answers = management.answers();
            boolean inUse = Management.queues(answers.get(2)).anyMatch(Abandoned::isConsumed);
            return new Abandoned(
                    String.valueOf(answers.get(0)),
                    Management.queues(answers.get(1))
                            .filter(queue -> !inUse && !isConsumed(queue))
                            .map(queue -> queue.path("name").asText())
                            .filter(Queues::travels)
                            .toList());
        }
    }

    private static boolean isConsumed(JsonNode queue) {
        return queue.path("consumerCount").asLong() > 0;
    }
}
