package org.stadtbus.connector.mqtt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.References;

/**
 * A subscription in a session that the broker keeps while nobody is connected (MQTT 5.0, section 4.1). The hub connects, takes what lies
 * there, acknowledges each message when it is durable, and leaves: what it could not take lies there the next time, and while the hub has
 * no room or another node's turn it is the broker that keeps the messages. Used by one thread, which Camel's scheduler is.
 *
 * <p>It is always QoS 1: with QoS 2 a client that dies between PUBREC and PUBCOMP is not sent the message again (section 4.3.3).
 */
public final class Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final String LETTER = "stadtbus.letter";
    private static final int QOS = 1;
    /** Retained messages come with a new subscription only (section 3.8.3.1). */
    private static final int ONLY_WHEN_NEW = 1;

    private final Access access;
    private final Plan plan;
    private Optional<Line> line = Optional.empty();

    /** A subscription that is not asked for yet. */
    public Subscription(Access access, Plan plan) {
        this.access = access;
        this.plan = plan;
    }

    /** Puts what has arrived into the body. */
    public void letters(Exchange exchange) throws InterruptedException {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
        try {
            Inbox inbox = new Inbox();
            Line open = Line.open(access, plan.clientId(), inbox, this::session);
            line = Optional.of(open);
            if (!open.sessionPresent()) {
                LOG.warn(
                        "Der Broker hat zu {} keine Sitzung; was bis jetzt gesendet wurde, kommt nicht.", plan.topic());
            }
            subscribe(open);
            exchange.getMessage().setBody(inbox.next(plan.pageSize(), plan.quiet()));
        } catch (MqttException e) {
            throw MqttFailures.explain(e);
        }
    }

    private void subscribe(Line open) throws MqttException {
        MqttSubscription wanted = new MqttSubscription(plan.topic(), QOS);
        wanted.setRetainHandling(ONLY_WHEN_NEW);
        open.ask(client -> client.subscribe(wanted));
    }

    private void session(MqttConnectionOptions options) {
        options.setCleanStart(false);
        options.setSessionExpiryInterval(plan.sessionExpiry());
    }

    /** Makes a message of the one in the body. */
    public void letter(Exchange exchange) {
        Inbox.Letter letter = exchange.getMessage().getBody(Inbox.Letter.class);
        exchange.setProperty(LETTER, letter);
        DefaultMessage message = new DefaultMessage(exchange.getContext());
        message.setBody(letter.wire().getPayload());
        MqttProperties properties = letter.wire().getProperties();
        String id = id(properties);
        String reference = id.isEmpty() ? letter.topic() : id;
        message.setHeader("StadtbusDuplicateKey", id);
        message.setHeader("StadtbusExternalReference", References.of(reference));
        message.setHeader(
                "StadtbusContentType", Objects.requireNonNullElse(properties.getContentType(), plan.contentType()));
        message.setHeader("StadtbusExtension", plan.extension());
        exchange.setMessage(message);
    }

    private String id(MqttProperties properties) {
        return properties.getUserProperties().stream()
                .filter(property -> property.getKey().equals(plan.idProperty()))
                .map(UserProperty::getValue)
                .findFirst()
                .orElse("");
    }

    /** The hub has the message, or has refused it: the broker may forget it. */
    public void done(Exchange exchange) {
        Inbox.Letter letter = exchange.getProperty(LETTER, Inbox.Letter.class);
        try {
            line.orElseThrow().acknowledge(letter.wire().getId(), letter.wire().getQos());
        } catch (MqttException e) {
            throw MqttFailures.explain(e);
        }
    }

    /**
     * All are done; when they were as many as asked for, more follow at once. An acknowledgement has no answer, so one question more is asked:
     * whoever answers it has read what was sent before (section 4.6).
     */
    public void end(Exchange exchange) {
        try {
            subscribe(line.orElseThrow());
        } catch (MqttException e) {
            throw MqttFailures.explain(e);
        }
        exchange.setProperty(
                Exchange.SCHEDULER_POLLED_MESSAGES,
                exchange.getMessage().getBody(List.class).size() >= plan.pageSize());
    }

    /** Leaves the broker, whatever happened. */
    public void leave() {
        line.ifPresent(Line::close);
        line = Optional.empty();
    }
}
