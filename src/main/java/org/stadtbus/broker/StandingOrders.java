package org.stadtbus.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.HubException;

/**
 * What operators have ordered about deliveries: each order is a durable message that lies on {@link Queues#ORDERS} for as long
 * as it holds. So it survives a restart, holds for every node of the hub, and needs no right to manage the broker.
 */
@Component
public class StandingOrders {
    private static final String PROCEDURE = "procedure";
    private static final String DRAIN = "drain";
    private static final String BY = "orderedBy";
    private static final String AT = "orderedAt";

    private final Broker broker;

    StandingOrders(Broker broker) {
        this.broker = broker;
    }

    /**
     * An order about one procedure.
     *
     * @param drain true: what waited when it was given is still delivered; false: nothing is
     * @param by who gave it: the name of the login or of the caller's token
     * @param at when
     */
    public record Order(boolean drain, String by, Instant at) {}

    /**
     * Every order that holds now, by procedure.
     *
     * @throws HubException transient when the broker does not answer
     */
    public Map<String, Order> all() {
        Map<String, Order> orders = new HashMap<>();
        try (Session session = broker.connection().createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(Queues.ORDERS))) {
            for (Object each : Collections.list(browser.getEnumeration())) {
                Message note = (Message) each;
                orders.put(
                        note.getStringProperty(PROCEDURE),
                        new Order(
                                note.getBooleanProperty(DRAIN),
                                note.getStringProperty(BY),
                                Instant.ofEpochMilli(note.getLongProperty(AT))));
            }
            return orders;
        } catch (JMSException e) {
            throw unavailable(e);
        }
    }

    /** Gives an order; it takes the place of an earlier one about the same procedure. Durable when the call returns. */
    public void give(String procedure, Order order) {
        inTransaction(procedure, session -> {
            Message note = session.createMessage();
            note.setStringProperty(PROCEDURE, procedure);
            note.setBooleanProperty(DRAIN, order.drain());
            note.setStringProperty(BY, order.by());
            note.setLongProperty(AT, order.at().toEpochMilli());
            try (var producer = session.createProducer(session.createQueue(Queues.ORDERS))) {
                producer.send(note);
            }
        });
    }

    /** Takes the order about this procedure back. */
    public void takeBack(String procedure) {
        inTransaction(procedure, session -> {});
    }

    private synchronized void inTransaction(String procedure, Then then) {
        try (Session session = broker.connection().createSession(true, Session.SESSION_TRANSACTED)) {
            Queue queue = session.createQueue(Queues.ORDERS);
            try (MessageConsumer earlier =
                    session.createConsumer(queue, PROCEDURE + " = '" + procedure.replace("'", "''") + "'")) {
                Message found = earlier.receiveNoWait();
                while (found != null) {
                    found = earlier.receiveNoWait();
                }
            }
            then.send(session);
            session.commit();
        } catch (JMSException e) {
            throw unavailable(e);
        }
    }

    private static HubException unavailable(JMSException e) {
        return HubException.temporary(
                "broker-unavailable", "Die Anordnung konnte nicht gespeichert oder gelesen werden.", e);
    }

    @FunctionalInterface
    private interface Then {
        void send(Session session) throws JMSException;
    }
}
