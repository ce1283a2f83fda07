package org.stadtbus.broker;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

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
        Message question = session.createMessage();
        JMSManagementHelper.putAttribute(question, ResourceNames.BROKER, attribute);
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
            Message answer = answers.receive(PATIENCE_MILLIS);
            if (answer == null) {
                throw new JMSException("The broker does not answer questions about itself");
            }
            results.add(result(answer));
        }
        return results;
    }

    private static Object result(Message answer) throws JMSException {
        try {
            Object result = JMSManagementHelper.getResult(answer);
            if (!JMSManagementHelper.hasOperationSucceeded(answer)) {
                throw new JMSSecurityException(String.valueOf(result));
            }
            return result == null ? "" : result;
        } catch (JMSException e) {
            throw e;
        } catch (Exception e) {
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
