package org.stadtbus.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.HubException;

/**
 * What lies on queues, asked of the broker by management messages, so that it works with an external broker too (there the
 * hub's user needs the permission {@code manage}).
 */
@Component
public class QueueReader {
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
            for (JsonNode scheduled : scheduled(session, queue)) {
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

    private JsonNode scheduled(Session session, String queue) throws Exception {
        try (Management management = new Management(session)) {
            management.askForScheduled(queue);
            return json.readTree(String.valueOf(management.answersIfAny().get(0).orElse("[]")));
        }
    }

    /**
     * How much lies on this queue; nothing when there is no such queue.
     *
     * @throws HubException transient when the broker does not answer
     */
    public Depth depth(String queue) {
        return inSession(session -> {
            try (Management management = new Management(session)) {
                management.askForQueue(queue, "messageCount");
                management.askForQueue(queue, "scheduledCount");
                management.askForQueue(queue, "firstMessageTimestamp");
                List<Long> answers = management.answersIfAny().stream()
                        .map(answer -> answer.map(value -> ((Number) value).longValue())
                                .orElse(0L))
                        .toList();
                return new Depth(
                        answers.get(0),
                        answers.get(1),
                        Optional.of(answers.get(2)).filter(millis -> millis > 0).map(Instant::ofEpochMilli));
            }
        });
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
