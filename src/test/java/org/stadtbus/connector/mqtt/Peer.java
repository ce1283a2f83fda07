package org.stadtbus.connector.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;

/** A procedure at its own broker. */
final class Peer implements AutoCloseable {
    static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";
    private static final int PATIENCE = 10_000;
    private static final int QUIET = 1000;

    private final Inbox inbox = new Inbox();
    private final Line line;

    Peer(ForeignBroker broker) throws MqttException {
        line = Line.open(
                new Access(broker.mqttUrl(), ForeignBroker.USER, PASSWORD, "", PATIENCE),
                "gegenstelle",
                inbox,
                options -> {
                    options.setCleanStart(false);
                    options.setSessionExpiryInterval(1000L);
                });
    }

    void subscribe(String topic) throws MqttException {
        line.ask(client -> client.subscribe(topic, 2));
    }

    void publish(String topic, String id, String text) throws MqttException {
        MqttProperties properties = new MqttProperties();
        if (!id.isEmpty()) {
            properties.setUserProperties(List.of(new UserProperty("messageId", id)));
        }
        line.ask(client -> client.publish(topic, new MqttMessage(text.getBytes(UTF_8), 2, false, properties)));
    }

    List<MqttMessage> received() throws InterruptedException {
        return inbox.next(Integer.MAX_VALUE, QUIET).stream()
                .map(Inbox.Letter::wire)
                .toList();
    }

    @Override
    public void close() {
        line.close();
    }
}
