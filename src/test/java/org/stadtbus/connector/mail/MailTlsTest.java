package org.stadtbus.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
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
import org.stadtbus.sandbox.post.PostOffice;
import org.stadtbus.sandbox.post.StartTlsFront;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.Vault;

/** Which mail server the connector speaks to. */
class MailTlsTest {
    private static final String ADDRESS = "amt@stadt.example";
    private static final String PASSWORD = "geheim";

    @TempDir
    Path home;

    private TestAuthority authority;
    private PostOffice office;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(home.resolve("tls"));
        office = new PostOffice(home, ADDRESS, PASSWORD);
        camel = Kamelets.context("mail/mail-sink.kamelet.yaml", "mail/mail-source.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, new MemoryVault());
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        office.close();
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.EXPIRED_CERTIFICATE)
    void serverWhoseCertificateHasEndedGetsNothingUntilItIsRenewed() throws Exception {
        try (Cable expired = front(authority.expired("abgelaufen"), office.clearSmtp())) {
            assertThat((HubException) send(expired.port()).getException())
                    .returns("mail-tls", HubException::problemCode)
                    .returns(FailureKind.TRANSIENT, HubException::kind);
        }
        assertThat(office.mails("INBOX")).isEmpty();
        try (Cable renewed = front(authority.valid("erneuert"), office.clearSmtp())) {
            assertThat(send(renewed.port()).getException()).isNull();
        }
        assertThat(office.mails("INBOX")).hasSize(1);
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.EXPIRED_CERTIFICATE)
    void serverWhoseCertificateHasEndedGetsNothingAfterStartTlsUntilItIsRenewed() throws Exception {
        TestAuthority.Identity trusted = authority.expired("hinterlegt");
        for (TestAuthority.Identity ended : List.of(authority.expired("abgelaufen"), trusted)) {
            try (StartTlsFront expired = new StartTlsFront(ended.tls(), office.clearSmtp())) {
                assertThat((HubException)
                                startTls(expired.port(), pem(ended, trusted)).getException())
                        .returns("mail-tls", HubException::problemCode)
                        .returns(FailureKind.TRANSIENT, HubException::kind);
            }
            assertThat(office.mails("INBOX")).isEmpty();
        }
        try (StartTlsFront renewed =
                new StartTlsFront(authority.valid("erneuert").tls(), office.clearSmtp())) {
            assertThat(startTls(renewed.port(), authority.pem()).getException()).isNull();
        }
        assertThat(office.mails("INBOX")).hasSize(1);
    }

    private Path pem(TestAuthority.Identity shown, TestAuthority.Identity trusted) throws Exception {
        return shown.equals(trusted) ? authority.pem(trusted.certificate()) : authority.pem();
    }

    private Exchange startTls(int port, Path certificates) throws Exception {
        return send(port, Map.of("encryption", "starttls", "certificates", certificates.toString()));
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.EXPIRED_CERTIFICATE)
    void mailboxOfAServerWhoseCertificateHasEndedIsNotRead() throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setText("Guten Tag");
        office.arrives(mail);
        List<String> taken = new CopyOnWriteArrayList<>();
        try (Cable expired = front(authority.expired("abgelaufen"), office.clearImap());
                Cable renewed = front(authority.valid("erneuert"), office.clearImap())) {
            collect("abgelaufen", expired.port(), taken);
            await().during(Duration.ofMillis(500)).until(taken::isEmpty);
            assertThat(office.mails("INBOX")).hasSize(1);
            collect("erneuert", renewed.port(), taken);
            await().until(() -> taken.contains("erneuert"));
            assertThat(taken).doesNotContain("abgelaufen");
        }
    }

    private static Cable front(TestAuthority.Identity server, int behind) {
        return new Cable(server.tls().getServerSocketFactory(), behind);
    }

    private Map<String, String> access(int port) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", office.host());
        properties.put("port", String.valueOf(port));
        properties.put("certificates", authority.pem().toString());
        properties.put("username", ADDRESS);
        properties.put("password", PASSWORD);
        return properties;
    }

    private void collect(String name, int port, List<String> taken) throws Exception {
        Map<String, String> properties = access(port);
        properties.put("procedure", name);
        properties.put("delay", "100");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("mail-source/" + name, properties))
                        .errorHandler(noErrorHandler())
                        .process(exchange -> taken.add(name));
            }
        });
    }

    private Exchange send(int port) throws Exception {
        return send(port, Map.of());
    }

    private Exchange send(int port, Map<String, String> changes) throws Exception {
        Map<String, String> properties = access(port);
        properties.putAll(changes);
        properties.put("from", "hub@stadtbus.example");
        properties.put("to", ADDRESS);
        Message message = new Message(
                Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                        .contentType("application/xml")
                        .extension("xml")
                        .build(),
                "<a/>".getBytes(UTF_8));
        return camel.createProducerTemplate()
                .send(Kamelets.uri("mail-sink/amt", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(message.payload());
                    exchange.setProperty("stadtbus.message", message);
                });
    }
}
