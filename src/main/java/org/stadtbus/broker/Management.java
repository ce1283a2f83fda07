package org.stadtbus.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/** Questions to the broker about itself, through Artemis' management queue; asked together, answered in their order. */
final class Management implements AutoCloseable {
    private static final String QUEUE = "activemq.management";
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(15);

    private static final String NOT_EMPTY =
            "{\"field\":\"MESSAGE_COUNT\",\"operation\":\"GREATER_THAN\",\"value\":\"0\"}";
    private static final String NAMED = "{\"field\":\"NAME\",\"operation\":\"CONTAINS\",\"value\":\"%s\"}";
    private static final int FIRST_PAGE = 1;
    private static final int EVERY_QUEUE = 10_000;

    private final Session session;
    private final MessageProducer questions;
    private final MessageConsumer answers;
    private final TemporaryQueue replies;
    private int asked;

    Management(Session session) throws JMSException {
        this.session = session;
        this.questions = session.createProducer(session.createQueue(QUEUE));
        this.replies = session.createTemporaryQueue();
        this.answers = session.createConsumer(replies);
    }

    /** Asks for an attribute of the server. */
    void askFor(String attribute) throws JMSException {
        askFor(ResourceNames.BROKER, attribute);
    }

    /** Asks for an attribute of a queue. */
    void askForQueue(String queue, String attribute) throws JMSException {
        askFor(ResourceNames.QUEUE + queue, attribute);
    }

    private void askFor(String resource, String attribute) throws JMSException {
        Message question = session.createMessage();
        JMSManagementHelper.putAttribute(question, resource, attribute);
        ask(question);
    }

    /** Asks for the messages of a queue that wait for a later attempt; the answer is JSON text. */
    void askForScheduled(String queue) throws JMSException {
        Message question = session.createMessage();
        JMSManagementHelper.putOperationInvocation(
                question, ResourceNames.QUEUE + queue, "listScheduledMessagesAsJSON");
        ask(question);
    }

    /** Asks for the queues that are not empty; the answer is JSON text. */
    void askForBacklog() throws JMSException {
        askForQueues(NOT_EMPTY);
    }

    /** Asks for the queues whose name contains this; the answer is JSON text. */
    void askForQueuesNamed(String part) throws JMSException {
        askForQueues(NAMED.formatted(part));
    }

    private void askForQueues(String filter) throws JMSException {
        Message question = session.createMessage();
        JMSManagementHelper.putOperationInvocation(
                question, ResourceNames.BROKER, "listQueues", filter, FIRST_PAGE, EVERY_QUEUE);
        ask(question);
    }

    /** Tells the server how queues of this name or pattern behave; it remembers through restarts. */
    void set(String match, AddressSettings settings) throws JMSException {
        Message order = session.createMessage();
        JMSManagementHelper.putOperationInvocation(
                order, ResourceNames.BROKER, "addAddressSettings", match, settings.toJSON());
        ask(order);
    }

    private void ask(Message question) throws JMSException {
        question.setJMSReplyTo(replies);
        questions.send(question);
        asked++;
    }

    /**
     * Waits for the answers to everything asked.
     *
     * @throws JMSSecurityException when the broker does not let this account ask
     */
    List<Object> answers() throws JMSException {
        List<Object> results = new ArrayList<>();
        while (results.size() < asked) {
            Message answer = next();
            Object result = Objects.requireNonNullElse(result(answer), "");
            if (!JMSManagementHelper.hasOperationSucceeded(answer)) {
                throw new JMSSecurityException(String.valueOf(result));
            }
            results.add(result);
        }
        return results;
    }

    /** As above; empty where there is no answer, as for a queue that is not there. */
    List<Optional<Object>> answersIfAny() throws JMSException {
        List<Optional<Object>> results = new ArrayList<>();
        while (results.size() < asked) {
            Message answer = next();
            results.add(
                    JMSManagementHelper.hasOperationSucceeded(answer)
                            ? Optional.ofNullable(result(answer))
                            : Optional.empty());
        }
        return results;
    }

    private Message next() throws JMSException {
        Message answer = answers.receive(PATIENCE_MILLIS);
        if (answer == null) {
            throw new JMSException("The broker does not answer questions about itself");
        }
        return answer;
    }

    private static @Nullable Object result(Message answer) throws JMSException {
        try {
            return JMSManagementHelper.getResult(answer);
        } catch (JMSException e) {
            throw e;
        } catch (Exception e) {
            throw new JMSException(
                    "Unreadable answer of the broker: " + e.getClass().getSimpleName());
        }
    }

    /** The queues of an answer to {@link #askForBacklog()} or {@link #askForQueuesNamed}. */
    static Stream<JsonNode> queues(Object answer) throws JMSException {
        try {
            JsonNode data = new ObjectMapper().readTree(String.valueOf(answer)).path("data");
            return StreamSupport.stream(data.spliterator(), false);
        } catch (JsonProcessingException e) {
            throw new JMSException(
                    "Unreadable answer of the broker: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() throws JMSException {
        answers.close();
        replies.delete();
    }
}
