package org.stadtbus.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves messages from the queues of one broker to the same queues of another. The target commits first, so nothing is lost
 * whenever it breaks off; what comes a second time the target knows by its key.
 *
 * <p>The key names the source and the message's number there, not what the sender gave: a broker also knows the sender's key of a
 * message that was sent to it and has moved away since, and would refuse it when it comes back.
 */
final class Removal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
    private static final int BATCH = 50;
    /** How long the broker may look through its paging files for a message, in milliseconds. */
    private static final long WAIT_MILLIS = 1000;

    private final Session source;
    private final Session target;
    private final MessageProducer producer;
    private final String sourceId;
    private int moved;

    /**
     * @param source transacted session whose connection is started
     * @param target transacted session at another broker
     * @param sourceId the source's own id
     */
    Removal(Session source, Session target, String sourceId) throws JMSException {
        this.source = source;
        this.target = target;
        this.producer = target.createProducer(null);
        this.sourceId = sourceId;
    }

    /** How many messages came to the target so far. */
    int moved() {
        return moved;
    }

    /** Moves all that waits on this queue and is not postponed. */
    void move(String name) throws JMSException {
        Queue queue = ActiveMQJMSClient.createQueue(name);
        List<String> ids = waiting(queue);
        while (!ids.isEmpty() && take(queue, ids)) {
            ids = waiting(queue);
        }
    }

    /** The first ones that wait. Looking first, without consuming, draws no messages of the cluster to the source. */
    private List<String> waiting(Queue queue) throws JMSException {
        List<String> ids = new ArrayList<>();
        try (QueueBrowser browser = source.createBrowser(queue)) {
            Enumeration<?> all = browser.getEnumeration();
            while (ids.size() < BATCH && all.hasMoreElements()) {
                Message wire = (Message) all.nextElement();
                String id = wire.getJMSMessageID();
                if (id == null || !(wire instanceof BytesMessage)) {
                    LOG.debug("A message on {} is none of the hub's and stays", queue);
                } else {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private boolean take(Queue queue, List<String> ids) throws JMSException {
        int taken = 0;
        // exactly these: for a consumer of everything the cluster would send here what lies at the target
        try (MessageConsumer consumer = source.createConsumer(queue, these(ids))) {
            while (taken < ids.size() && consumer.receive(WAIT_MILLIS) instanceof BytesMessage wire) {
                send(queue, wire);
                taken++;
            }
            source.commit();
        }
        return taken > 0;
    }

    private static String these(List<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "JMSMessageID IN (", ")"));
    }

    private void send(Queue queue, BytesMessage wire) throws JMSException {
        try {
            Stamp.move(target, producer, queue, wire, sourceId);
            target.commit();
            moved++;
        } catch (JMSException e) {
            if (!Broker.isDuplicate(e)) {
                throw e;
            }
            LOG.debug("A message of {} had come before, it is taken away at the source alone", queue);
            target.rollback();
        }
    }

    @Override
    public void close() throws JMSException {
        producer.close();
    }
}
