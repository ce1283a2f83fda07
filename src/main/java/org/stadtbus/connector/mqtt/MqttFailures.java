package org.stadtbus.connector.mqtt;

import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Puts what a broker did into one of the three failure kinds, by its reason code (MQTT 5.0, section 2.4). */
final class MqttFailures {
    /** From this one on a reason code is a failure. */
    static final int FAILURE = 0x80;

    private static final Set<Integer> LOGIN = Set.of(
            MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
            MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED,
            MqttReturnCode.RETURN_CODE_BANNED,
            MqttReturnCode.RETURN_CODE_BAD_AUTHENTICATION,
            (int) MqttClientException.REASON_CODE_FAILED_AUTHENTICATION);

    private static final Set<Integer> MESSAGE = Set.of(
            MqttReturnCode.RETURN_CODE_TOPIC_FILTER_NOT_VALID,
            MqttReturnCode.RETURN_CODE_TOPIC_NAME_INVALID,
            MqttReturnCode.RETURN_CODE_PACKET_TOO_LARGE,
            MqttReturnCode.RETURN_CODE_PAYLOAD_FORMAT_INVALID,
            MqttReturnCode.RETURN_CODE_RETAIN_NOT_SUPPORTED,
            MqttReturnCode.RETURN_CODE_QOS_NOT_SUPPORTED);

    private MqttFailures() {}

    static HubException explain(Throwable thrown) {
        return Causes.of(thrown)
                .flatMap(t -> explained(t, thrown).stream())
                .findFirst()
                .orElseGet(() -> unavailable(thrown.getClass().getSimpleName(), thrown));
    }

    private static Optional<HubException> explained(Throwable t, Throwable thrown) {
        if (t instanceof HubException already) {
            return Optional.of(already);
        }
        if (Causes.of(t).anyMatch(SSLException.class::isInstance)) {
            return Optional.of(HubException.temporary(
                    "mqtt-tls",
                    "Mit dem Broker kam keine sichere Verbindung zustande; es wurde nichts übertragen. Bitte Zertifikat und Verschlüsselung prüfen.",
                    thrown));
        }
        return t instanceof MqttException mqtt ? Optional.of(answered(mqtt.getReasonCode(), thrown)) : Optional.empty();
    }

    static HubException answered(int code, Throwable thrown) {
        if (LOGIN.contains(code)) {
            return new HubException(
                    FailureKind.PERMANENT,
                    "mqtt-login",
                    "Der Broker hat die Anmeldung abgelehnt oder erlaubt dieses Thema nicht. Bitte Benutzer, Kennwort und Rechte prüfen.",
                    thrown);
        }
        if (MESSAGE.contains(code)) {
            return new HubException(
                    FailureKind.PERMANENT,
                    "mqtt-refused",
                    "Der Broker nimmt die Nachricht so nicht an (MQTT " + code
                            + "). Bitte Thema, QoS und Größe prüfen.",
                    thrown);
        }
        return unavailable("MQTT " + code, thrown);
    }

    private static HubException unavailable(String what, Throwable thrown) {
        return HubException.temporary(
                "mqtt-unavailable",
                "Der Broker ist nicht erreichbar oder hat die Verbindung abgebrochen (" + what + ").",
                thrown);
    }
}
