package org.stadtbus.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stadtbus.envelope.HubException;

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
            boolean inUse = list(answers.get(2)).anyMatch(Abandoned::isConsumed);
            return new Abandoned(
                    String.valueOf(answers.get(0)),
                    list(answers.get(1))
                            .filter(queue -> !inUse && !isConsumed(queue))
                            .map(queue -> queue.path("name").asText())
                            .filter(Queues::travels)
                            .toList());
        } catch (JsonProcessingException e) {
            throw HubException.temporary("broker-unavailable", "Der Broker sagt nicht, was auf ihm wartet.", e);
        }
    }

    private static Stream<JsonNode> list(Object json) throws JsonProcessingException {
        JsonNode data =
                JsonMapper.builder().build().readTree(String.valueOf(json)).path("data");
        return StreamSupport.stream(data.spliterator(), false);
    }

    private static boolean isConsumed(JsonNode queue) {
        return queue.path("consumerCount").asLong() > 0;
    }
}
