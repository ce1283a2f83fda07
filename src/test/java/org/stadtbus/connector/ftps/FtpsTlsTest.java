package org.stadtbus.connector.ftps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
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
import org.stadtbus.sandbox.ablage.FtpsDrop;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.Vault;

/** Which server the connector speaks to. */
class FtpsTlsTest {
    private static final byte[] PAYLOAD = "<antrag/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private TestAuthority authority;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(home.resolve("tls"));
        camel = Kamelets.context("ftps/ftps-sink.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, new MemoryVault());
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    @Refuses(connector = "ftps", value = BadInput.EXPIRED_CERTIFICATE)
    void serverWhoseCertificateHasEndedGetsNothingUntilItIsRenewed(String encryption) throws Exception {
        Path inbox = Files.createDirectories(home.resolve("dateien/eingang"));
        try (FtpsDrop expired = server(authority.expired("abgelaufen").tls(), encryption)) {
            HubException refused =
                    (HubException) send(expired.port(), encryption).getException();
            assertThat(refused.problemCode()).isEqualTo("ftps-certificate");
            assertThat(refused.kind()).isEqualTo(FailureKind.PERMANENT);
            assertThat(inbox).isEmptyDirectory();
        }
        try (FtpsDrop renewed = server(authority.valid("erneuert").tls(), encryption)) {
            assertThat(send(renewed.port(), encryption).getException()).isNull();
        }
        assertThat(inbox.resolve("nachricht-1.xml")).hasBinaryContent(PAYLOAD);
    }

    @Test
    @Refuses(connector = "ftps", value = BadInput.WRONGLY_ENCRYPTED)
    void serverThatSpeaksNoTlsIsNotEvenToldThePassword() throws Exception {
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        Listener listener = listeners.createListener();
        FtpServerFactory servers = new FtpServerFactory();
        servers.addListener("default", listener);
        FtpServer clear = servers.createServer();
        clear.start();
        try {
            assertThat(send(listener.getPort(), "explicit").getException()).isInstanceOf(HubException.class);
            assertThat(failedLogins(clear)).isZero();
        } finally {
            clear.stop();
        }
    }

    private static int failedLogins(FtpServer server) {
        return ((org.apache.ftpserver.impl.DefaultFtpServer) server)
                .getServerContext()
                .getFtpStatistics()
                .getTotalFailedLoginNumber();
    }

    private FtpsDrop server(SSLContext tls, String encryption) {
        return new FtpsDrop(home, "hub", "geheim", encryption.equals("implicit"), tls);
    }

    private Exchange send(int port, String encryption) throws Exception {
        Map<String, String> properties = Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(port),
                "username",
                "hub",
                "password",
                "geheim",
                "encryption",
                encryption,
                "certificates",
                authority.pem().toString(),
                "folder",
                "eingang");
        Envelope envelope =
                Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH).build();
        return camel.createProducerTemplate()
                .send(Kamelets.uri("ftps-sink/amt", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(PAYLOAD);
                    exchange.getIn().setHeader("StadtbusFileName", "nachricht-1.xml");
                    exchange.setProperty("stadtbus.message", new Message(envelope, PAYLOAD));
                });
    }
}
