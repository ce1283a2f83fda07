package org.stadtbus.connector.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a broker; what is asked on it is answered in time or fails. */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final MqttAsyncClient client;
    private final int timeout;
    private final boolean sessionPresent;

    private Line(MqttAsyncClient client, int timeout, boolean sessionPresent) {
        this.client = client;
        this.timeout = timeout;
        this.sessionPresent = sessionPresent;
    }

    /**
     * Connects.
     *
     * @param clientId whose session it is; empty: the broker gives one
     * @param callback gets messages from the first on; they are acknowledged by {@link #acknowledge} alone
     * @param more what is to be said of the session
     */
    static Line open(Access access, String clientId, MqttCallback callback, Consumer<MqttConnectionOptions> more)
            throws MqttException {
        MqttConnectionOptions options = access.options();
        more.accept(options);
        MqttAsyncClient client = new MqttAsyncClient(access.url(), clientId, new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(callback);
        try {
            IMqttToken connected = client.connect(options);
            connected.waitForCompletion(access.timeout());
            return new Line(client, access.timeout(), connected.getSessionPresent());
        } catch (MqttException e) {
            closeForcibly(client);
            throw e;
        }
    }

    /** True when the broker has kept a session for this client. */
    boolean sessionPresent() {
        return sessionPresent;
    }

    /** What a client asks of its broker. */
    interface Request {
        IMqttToken on(MqttAsyncClient client) throws MqttException;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws MqttException when it does not come, or is a failure
     */
    void ask(Request request) throws MqttException {
        IMqttToken token = request.on(client);
        token.waitForCompletion(timeout);
        int[] codes = token.getReasonCodes();
        int code = codes == null || codes.length == 0 ? 0 : codes[0];
        if (code >= MqttFailures.FAILURE) {
            throw new MqttException(code);
        }
    }

    void acknowledge(int packet, int qos) throws MqttException {
        client.messageArrivedComplete(packet, qos);
    }

    /** Says good-bye; what was not acknowledged stays in the broker's session. */
    @Override
    public void close() {
        try {
            client.disconnect().waitForCompletion(timeout);
        } catch (MqttException e) {
            LOG.debug("The broker was gone before the good-bye", e);
        }
        closeForcibly(client);
    }

    private static void closeForcibly(MqttAsyncClient client) {
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            LOG.debug("The connection was not there any more", e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("The client was closed already", e);
        }
    }
}
