package org.stadtbus.connector.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** Which broker the connector speaks to over TLS. */
class JmsTlsTest {
    private static final String PASSWORD = "geheim";
    private static final String QUEUE = "kfz.eingang";

    @TempDir
    Path folder;

    private TestAuthority authority;
    private ForeignBroker broker;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(folder.resolve("tls"));
        broker = new ForeignBroker(folder.resolve("broker"), PASSWORD);
        camel = Kamelets.context("jms/jms-sink.kamelet.yaml");
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        broker.close();
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.EXPIRED_CERTIFICATE)
    void brokerWhoseCertificateHasEndedGetsNothingUntilItIsRenewed() throws Exception {
        try (Cable expired = front(authority.expired("abgelaufen"))) {
            assertRefused(expired.port());
        }
        try (Cable renewed = front(authority.valid("erneuert"))) {
            assertThat(send(renewed.port()).getException()).isNull();
        }
        assertThat(broker.waiting(QUEUE)).isEqualTo(1);
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.WRONGLY_SIGNED)
    void brokerOfAnotherAuthorityGetsNothing() throws Exception {
        TestAuthority other = new TestAuthority(folder.resolve("fremd"));
        try (Cable stranger = front(other.valid("fremd"))) {
            assertRefused(stranger.port());
        }
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.WRONGLY_ENCRYPTED)
    void brokerInClearTextGetsNothingWhereTlsIsAgreed() {
        assertRefused(broker.jmsLine().port());
    }

    private Cable front(TestAuthority.Identity server) {
        return new Cable(server.tls().getServerSocketFactory(), broker.jmsLine().port());
    }

    private void assertRefused(int port) {
        assertThat((HubException) send(port).getException())
                .returns("jms-unavailable", HubException::problemCode)
                .returns(FailureKind.TRANSIENT, HubException::kind);
        assertThat(broker.waiting(QUEUE)).isZero();
    }

    private Exchange send(int port) {
        Map<String, String> properties = Map.of(
                "url",
                "tcp://127.0.0.1:" + port + "?callTimeout=5000&sslEnabled=true&trustStorePassword="
                        + TestAuthority.PASSWORD + "&trustStorePath=" + authority.trustStore(),
                "username",
                ForeignBroker.USER,
                "password",
                PASSWORD,
                "queue",
                QUEUE);
        return camel.createProducerTemplate()
                .send(Kamelets.uri("jms-sink", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody("<a/>".getBytes(UTF_8));
                    exchange.getIn().setHeader("StadtbusMessageId", "1");
                });
    }
}
