package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;

/** A procedure that reads and writes queues of its own broker. */
record EverydayQueues(ForeignBroker broker) {
    private static final String ANSWERS = "kfz.antworten";
    private static final String INBOX = "kfz.eingang";

    private JMSContext peer() {
        return new ActiveMQConnectionFactory(broker.jmsUrl(), ForeignBroker.USER, EverydayPeers.PASSWORD)
                .createContext();
    }

    void text(String reference, String text) throws JMSException {
        try (JMSContext peer = peer()) {
            send(peer, reference, peer.createTextMessage(text));
        }
    }

    void bytes(String reference, String text) throws JMSException {
        try (JMSContext peer = peer()) {
            BytesMessage message = peer.createBytesMessage();
            message.writeBytes(text.getBytes(UTF_8));
            send(peer, reference, message);
        }
    }

    private static void send(JMSContext peer, String reference, Message message) throws JMSException {
        message.setJMSCorrelationID(reference);
        peer.createProducer().send(peer.createQueue(ANSWERS), message);
    }

    long unread() {
        return broker.waiting(ANSWERS);
    }

    long waiting() {
        return broker.waiting(INBOX);
    }

    String first() throws JMSException {
        try (JMSContext peer = peer()) {
            Message first = peer.createConsumer(peer.createQueue(INBOX)).receive(5000);
            return ((TextMessage) first).getText();
        }
    }
}
