package org.stadtbus.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.HubException;

/**
 * What lies on queues, asked of the broker by management messages, so that it works with an external broker too (there the
 * hub's user needs the permission {@code manage}).
 */
@Component
public class QueueReader {
    private static final String MANAGEMENT = "activemq.management";
    private static final long ANSWER_MILLIS = 10_000;

    private final Broker broker;
    private final ObjectMapper json = new ObjectMapper();

    QueueReader(Broker broker) {
        this.broker = broker;
    }

    /**
     * A message of a group that was sent again and still waits.
     *
     * @param rank its place in the group
     * @param notBefore when its next attempt may begin; the past when it is due
     */
    public record Waiting(String group, long rank, Instant notBefore) {}

    /**
     * How much lies on a queue.
     *
     * @param messages all that is not consumed: waiting, postponed or in hand
     * @param postponed how many of them wait for a later attempt
     * @param oldest when the first of those that could go came; empty when there is none
     */
    public record Depth(long messages, long postponed, Optional<Instant> oldest) {}

    /**
     * The messages of this queue that were {@link Again sent again}.
     *
     * @throws HubException transient when the broker does not answer
     */
    public List<Waiting> sentAgain(String queue) {
        return inSession(session -> {
            List<Waiting> waiting = new ArrayList<>();
            try (QueueBrowser due = session.createBrowser(session.createQueue(queue), Stamp.RANK + " IS NOT NULL")) {
                for (Object each : Collections.list(due.getEnumeration())) {
                    Message wire = (Message) each;
                    String group = wire.getStringProperty(Stamp.GROUP);
                    if (group != null) {
                        waiting.add(new Waiting(group, wire.getLongProperty(Stamp.RANK), Instant.EPOCH));
                    }
                }
            }
            for (JsonNode scheduled : json.readTree(String.valueOf(
                    ask(session, queue, "listScheduledMessagesAsJSON", true).orElse("[]")))) {
                if (scheduled.has(Stamp.RANK) && scheduled.has("_AMQ_GROUP_ID")) {
                    waiting.add(new Waiting(
                            scheduled.get("_AMQ_GROUP_ID").asText(),
                            scheduled.get(Stamp.RANK).asLong(),
                            Instant.ofEpochMilli(scheduled.path(Stamp.SCHEDULED).asLong())));
                }
            }
            return waiting;
        });
    }

    /**
     * How much lies on this queue; nothing when there is no such queue.
     *
     * @throws HubException transient when the broker does not answer
     */
    public Depth depth(String queue) {
        return inSession(session -> new Depth(
                number(session, queue, "messageCount"),
                number(session, queue, "scheduledCount"),
                Optional.of(number(session, queue, "firstMessageTimestamp"))
                        .filter(millis -> millis > 0)
                        .map(Instant::ofEpochMilli)));
    }

    private static long number(Session session, String queue, String attribute) throws Exception {
        return ask(session, queue, attribute, false)
                .map(value -> ((Number) value).longValue())
                .orElse(0L);
    }

    private static Optional<Object> ask(Session session, String queue, String what, boolean operation)
            throws Exception {
        Queue answers = session.createTemporaryQueue();
        Message question = session.createMessage();
        if (operation) {
            JMSManagementHelper.putOperationInvocation(question, "queue." + queue, what);
        } else {
            JMSManagementHelper.putAttribute(question, "queue." + queue, what);
        }
        question.setJMSReplyTo(answers);
        try (MessageProducer producer = session.createProducer(session.createQueue(MANAGEMENT));
                MessageConsumer consumer = session.createConsumer(answers)) {
            producer.send(question);
            Message answer = consumer.receive(ANSWER_MILLIS);
            if (answer == null) {
                throw new JMSException("The broker's management did not answer");
            }
            return JMSManagementHelper.hasOperationSucceeded(answer)
                    ? Optional.ofNullable(JMSManagementHelper.getResult(answer))
                    : Optional.empty();
        }
    }

    /** On a thread of its own: a session may not be closed by a thread that has a message of its connection in hand. */
    private <T> T inSession(Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        broker.closer().execute(() -> {
            try (Session session = broker.connection().createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                answer.complete(question.ask(session));
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw HubException.temporary("broker-unavailable", "Der Broker gibt zurzeit keine Auskunft.", e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Session session) throws Exception;
    }
}
