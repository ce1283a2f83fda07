package org.stadtbus.connector.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Where a connection's messages arrive, in order. */
final class Inbox implements MqttCallback {
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

    /** A message and the topic it was published under. */
    record Letter(String topic, MqttMessage wire) {}

    /**
     * What has arrived when none came for a while.
     *
     * @param most how many at most
     * @param quiet how long, in milliseconds
     */
    List<Letter> next(int most, int quiet) throws InterruptedException {
        List<Letter> page = new ArrayList<>();
        while (page.size() < most) {
            Letter letter = letters.poll(quiet, TimeUnit.MILLISECONDS);
            if (letter == null) {
                break;
            }
            page.add(letter);
        }
        return page;
    }

    @Override
    public void messageArrived(String topic, MqttMessage wire) {
        letters.add(new Letter(topic, wire));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        // what is asked next fails and says so; what was not acknowledged comes again
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // as above
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // whoever asked waits for the token
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // whoever connects waits for the token
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // no extended authentication is offered
    }
}
