package org.stadtbus.connector.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangePattern;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises who subscribes at an MQTT broker, against that of Artemis. */
class MqttSinkTest {
    @TempDir
    Path folder;

    private byte[] payload;
    private ForeignBroker broker;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        payload = Files.readAllBytes(Path.of("connectors/mqtt/sandbox/zustellung.xml"));
        broker = new ForeignBroker(folder, Peer.PASSWORD);
        camel = Kamelets.context("mqtt/mqtt-sink.kamelet.yaml");
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void theMessageArrivesWithItsIds(String qos) throws Exception {
        try (Peer peer = new Peer(broker)) {
            peer.subscribe("pegel/#");
            assertThat(send(Map.of("qos", qos))).isNull();
            List<MqttMessage> received = peer.received();
            assertThat(received).hasSize(1);
            MqttMessage wire = received.get(0);
            assertThat(wire.getPayload()).isEqualTo(payload);
            assertThat(wire.getQos()).isEqualTo(Integer.parseInt(qos));
            assertThat(wire.getProperties().getContentType()).isEqualTo("application/xml");
            assertThat(wire.getProperties().getCorrelationData()).isEqualTo("vorgang-1".getBytes(UTF_8));
            assertThat(id(wire)).isEqualTo("nachricht-1");
        }
    }

    @Test
    @Refuses(connector = "mqtt", value = BadInput.REPLAYED)
    void aRepetitionAfterALostAnswerHasTheSameId() throws Exception {
        try (Peer peer = new Peer(broker)) {
            peer.subscribe("pegel/#");
        }
        broker.mqttLine().cutAfter("nachricht-1");
        assertThat(failure(Map.of()).kind()).isEqualTo(FailureKind.TRANSIENT);
        broker.mqttLine().cutAfter("");
        assertThat(send(Map.of())).isNull();
        try (Peer peer = new Peer(broker)) {
            assertThat(peer.received()).hasSize(2).allMatch(wire -> id(wire).equals("nachricht-1"));
        }
    }

    @Test
    void aBrokerThatIsAwayIsTriedAgain() {
        broker.mqttLine().down();
        assertThat(failure(Map.of()))
                .returns("mqtt-unavailable", HubException::problemCode)
                .returns(FailureKind.TRANSIENT, HubException::kind);
    }

    @Test
    @Refuses(connector = "mqtt", value = BadInput.WRONGLY_SIGNED)
    void aWrongPasswordIsForAPerson() {
        assertThat(failure(Map.of("password", "falsch")))
                .returns("mqtt-login", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
    }

    private static String id(MqttMessage wire) {
        return wire.getProperties().getUserProperties().stream()
                .filter(property -> property.getKey().equals("messageId"))
                .map(property -> property.getValue())
                .findFirst()
                .orElse("");
    }

    private HubException failure(Map<String, String> changes) {
        return (HubException) send(changes);
    }

    private Exception send(Map<String, String> changes) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", broker.mqttUrl());
        properties.put("username", ForeignBroker.USER);
        properties.put("password", Peer.PASSWORD);
        properties.put("topic", "pegel/stadt");
        properties.putAll(changes);
        Message message = new Message(
                Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                        .contentType("application/xml")
                        .build(),
                payload);
        return camel.createProducerTemplate()
                .send(
                        Kamelets.uri("mqtt-sink", properties),
                        ExchangePattern.InOut,
                        exchange -> exchange.setProperty("stadtbus.message", message))
                .getException();
    }
}
