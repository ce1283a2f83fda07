package org.stadtbus.connector.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Listener;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** Which broker the connector speaks to over TLS. */
class MqttTlsTest {
    private static final String TOPIC = "pegel/stadt";

    @TempDir
    Path folder;

    private final Listener listener = new Listener();

    private TestAuthority authority;
    private ForeignBroker broker;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(folder.resolve("tls"));
        broker = new ForeignBroker(folder.resolve("broker"), Peer.PASSWORD);
        camel = Kamelets.context("mqtt/mqtt-sink.kamelet.yaml");
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        listener.close();
        broker.close();
    }

    @Test
    @Refuses(connector = "mqtt", value = BadInput.EXPIRED_CERTIFICATE)
    void brokerWhoseCertificateHasEndedGetsNothingUntilItIsRenewed() throws Exception {
        assertToldNothing(authority.expired("abgelaufen"));
        try (Peer peer = new Peer(broker);
                Cable renewed = new Cable(
                        authority.valid("erneuert").tls().getServerSocketFactory(),
                        broker.mqttLine().port())) {
            peer.subscribe(TOPIC);
            assertThat(send(renewed.port()).getException()).isNull();
            assertThat(peer.received()).hasSize(1);
        }
    }

    @Test
    @Refuses(connector = "mqtt", value = BadInput.WRONGLY_SIGNED)
    void brokerOfAnotherAuthorityGetsNothing() throws Exception {
        assertToldNothing(new TestAuthority(folder.resolve("fremd")).valid("fremd"));
    }

    @Test
    @Refuses(connector = "mqtt", value = BadInput.WRONGLY_ENCRYPTED)
    void brokerInClearTextGetsNothingWhereTlsIsAgreed() throws Exception {
        assertThat((HubException) send(broker.mqttLine().port()).getException())
                .returns(FailureKind.TRANSIENT, HubException::kind);
        assertThat((HubException) send(listener.port()).getException())
                .returns(FailureKind.TRANSIENT, HubException::kind);
        assertThat(listener.heard()).isNotEmpty().doesNotContain(Peer.PASSWORD, TOPIC);
    }

    private void assertToldNothing(TestAuthority.Identity server) throws Exception {
        try (Cable front = new Cable(server.tls().getServerSocketFactory(), listener.port())) {
            assertThat((HubException) send(front.port()).getException())
                    .returns("mqtt-tls", HubException::problemCode)
                    .returns(FailureKind.TRANSIENT, HubException::kind);
        }
        assertThat(listener.heard()).isEmpty();
    }

    private Exchange send(int port) throws Exception {
        Map<String, String> properties = Map.of(
                "url",
                "ssl://127.0.0.1:" + port,
                "username",
                ForeignBroker.USER,
                "password",
                Peer.PASSWORD,
                "certificates",
                authority.pem().toString(),
                "topic",
                TOPIC,
                "responseTimeout",
                "5000");
        Message message = new Message(
                Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH).build(), "<a/>".getBytes(UTF_8));
        return camel.createProducerTemplate()
                .send(
                        Kamelets.uri("mqtt-sink", properties),
                        ExchangePattern.InOut,
                        exchange -> exchange.setProperty("stadtbus.message", message));
    }
}
