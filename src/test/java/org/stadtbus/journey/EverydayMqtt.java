package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;

/** A procedure at an MQTT broker; the broker keeps for the hub what it publishes, also before the hub is there. */
final class EverydayMqtt implements AutoCloseable {
    private static final int QOS = 1;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final MqttClient client;

    EverydayMqtt(ForeignBroker broker) throws MqttException {
        MqttClient hub = connected(broker, "stadtbus-alltag");
        hub.subscribe("alltag/ausgang", QOS);
        hub.disconnect();
        hub.close();
        client = connected(broker, "fachverfahren");
        IMqttMessageListener listener = (topic, wire) -> received.add(new String(wire.getPayload(), UTF_8));
        client.subscribe(
                new MqttSubscription[] {new MqttSubscription("alltag/eingang", QOS)},
                new IMqttMessageListener[] {listener});
    }

    private static MqttClient connected(ForeignBroker broker, String clientId) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3600L);
        options.setUserName(ForeignBroker.USER);
        options.setPassword(EverydayPeers.PASSWORD.getBytes(UTF_8));
        MqttClient client = new MqttClient(broker.mqttUrl(), clientId, new MemoryPersistence());
        client.connect(options);
        return client;
    }

    void publish(String id, String text) throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty("messageId", id)));
        client.publish("alltag/ausgang", new MqttMessage(text.getBytes(UTF_8), QOS, false, properties));
    }

    /** What arrived, oldest first. */
    List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        try {
            client.disconnect();
            client.close();
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }
}
