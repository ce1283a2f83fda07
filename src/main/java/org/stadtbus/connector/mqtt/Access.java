package org.stadtbus.connector.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.stadtbus.tls.TrustedCertificates;

/**
 * How a broker is reached.
 *
 * @param url {@code tcp://…}, or {@code ssl://…} whose server must prove the name that stands there
 * @param username empty for none
 * @param certificates PEM file with the certificates that are trusted; empty: those of the Java trust store
 * @param timeout milliseconds for each answer
 */
public record Access(String url, String username, String password, String certificates, int timeout) {
    private static final int MILLIS = 1000;

    MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(Math.max(1, timeout / MILLIS));
        if (!username.isEmpty()) {
            options.setUserName(username);
            options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        }
        if (!certificates.isBlank()) {
            options.setSocketFactory(TrustedCertificates.context(certificates).getSocketFactory());
        }
        return options;
    }
}
