package org.stadtbus.connector.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** Publishes a message, each over a connection of its own, and waits until the broker says that it has it. */
public final class Publishing implements Processor {
    private final Access access;
    private final String topic;
    private final int qos;
    private final String idProperty;

    /**
     * @param topic where, without wildcards
     * @param qos 1 or 2
     * @param idProperty name of the user property with the message's id
     * @throws IllegalArgumentException when the QoS is another one
     */
    public Publishing(Access access, String topic, int qos, String idProperty) {
        if (!Set.of(1, 2).contains(qos)) {
            throw new IllegalArgumentException("qos ist 1 oder 2, nicht " + qos);
        }
        this.access = access;
        this.topic = topic;
        this.qos = qos;
        this.idProperty = idProperty;
    }

    @Override
    public void process(Exchange exchange) {
        MqttMessage wire = wire(exchange.getProperty("stadtbus.message", Message.class));
        try (Line line = Line.open(access, "", new Inbox(), options -> options.setCleanStart(true))) {
            line.ask(client -> client.publish(topic, wire));
            exchange.getMessage().setHeader("StadtbusReceipt", "MQTT QoS " + qos + ", angenommen");
        } catch (MqttException e) {
            throw MqttFailures.explain(e);
        }
    }

    private MqttMessage wire(Message message) {
        Envelope envelope = message.envelope();
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty(idProperty, envelope.messageId())));
        properties.setContentType(envelope.contentType());
        properties.setCorrelationData(envelope.journeyId().getBytes(UTF_8));
        return new MqttMessage(message.payload(), qos, false, properties);
    }
}
