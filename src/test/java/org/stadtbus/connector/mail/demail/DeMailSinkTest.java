package org.stadtbus.connector.mail.demail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.post.DeMailGateway;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.Vault;

/** What the connector promises who sends by De-Mail, against the sandbox's gateway. */
class DeMailSinkTest {
    private static final String CITY = "stadt@stadt.de-mail.example";
    private static final byte[] BYTES = {0, 13, 10, 46, 13, 10, -1};

    @TempDir
    Path home;

    private final MemoryVault vault = new MemoryVault();
    private DeMailGateway gateway;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        gateway = new DeMailGateway(home, CITY, "geheim");
        camel = Kamelets.context("de-mail/de-mail-sink.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        gateway.close();
    }

    private Exchange send(Map<String, String> changes) {
        return send(changes, "<antrag/>");
    }

    private Exchange send(Map<String, String> changes, String payload) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", gateway.office().host());
        properties.put("port", String.valueOf(gateway.office().startTlsSmtp()));
        properties.put("certificates", gateway.office().certificates().toString());
        properties.put("username", CITY);
        properties.put("password", "geheim");
        properties.put("from", CITY);
        properties.put("to", "klinik@klinik.de-mail.example");
        properties.putAll(changes);
        Attachment file = new Attachment(
                "1",
                "Beschluss Größe.pdf",
                "application/pdf",
                "",
                BYTES.length,
                vault.store("x", BYTES).sha256());
        Envelope envelope = Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                .contentType("application/xml")
                .extension("xml")
                .attachments(List.of(file))
                .build();
        Message message = new Message(envelope, payload.getBytes(UTF_8));
        return camel.createProducerTemplate()
                .send(Kamelets.uri("de-mail-sink/ausgang", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(message.payload());
                    exchange.setProperty("stadtbus.message", message);
                });
    }

    @Test
    void wishesAndTheHubsIdGoAlongAndFilesArriveByteForByte() throws Exception {
        Exchange done = send(Map.of("retrieveConfirmation", "true", "dispatchConfirmation", "false"));
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class))
                .isEqualTo("De-Mail <nachricht-1@stadt.de-mail.example>, dem Gateway übergeben");
        MimeMessage mail = gateway.sent().get(0);
        assertThat(mail.getHeader("X-de-mail-confirmation-of-dispatch")).containsExactly("no");
        assertThat(mail.getHeader("X-de-mail-confirmation-of-receipt")).containsExactly("yes");
        assertThat(mail.getHeader("X-de-mail-confirmation-of-retrieve")).containsExactly("yes");
        assertThat(mail.getHeader("X-de-mail-authoritative")).containsExactly("no");
        assertThat(mail.getHeader("X-de-mail-private")).containsExactly("no");
        assertThat(mail.getHeader("X-de-mail-private-id")).containsExactly("nachricht-1");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(BYTES);
    }

    @Test
    void descriptionSaysReceiverSubjectTextAndWishes() throws Exception {
        String description =
                """
                <de-mail xmlns="urn:stadtbus:de-mail:1">
                  <chosen-recipient>praxis@praxis.de-mail.example</chosen-recipient>
                  <confirmation-of-receipt>false</confirmation-of-receipt>
                  <betreff>Beschluss
                Bcc: jemand@anderswo.example</betreff>
                  <text>Größe in zwei Zeilen,
                hier die zweite</text>
                </de-mail>""";
        send(Map.of("described", "true", "asAttachment", "false"), description);
        MimeMessage mail = gateway.sent().get(0);
        assertThat(mail.getAllRecipients())
                .extracting(String::valueOf)
                .containsExactly("praxis@praxis.de-mail.example");
        assertThat(mail.getSubject()).isEqualTo("Beschluss Bcc: jemand@anderswo.example");
        assertThat(mail.getHeader("X-de-mail-confirmation-of-receipt")).containsExactly("no");
        assertThat(mail.getHeader("X-de-mail-confirmation-of-dispatch")).containsExactly("yes");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(String.valueOf(parts.getBodyPart(0).getContent())).contains("Größe", "hier die zweite");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(BYTES);
    }

    @Test
    void whatDescribesNoDeMailNeedsAPerson() {
        HubException failure = send(Map.of("described", "true", "asAttachment", "false"), "<antrag/>")
                .getException(HubException.class);
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void gatewayThatIsAwayIsTriedAgain() {
        gateway.office().fault(new Fault.Down());
        Map<String, String> tls = Map.of(
                "encryption", "tls", "port", String.valueOf(gateway.office().smtps()));
        HubException failure = send(tls).getException(HubException.class);
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void nothingIsSentToAGatewayThatCannotProveItsName() {
        assertThat(send(Map.of("certificates", ""))
                        .getException(HubException.class)
                        .problemCode())
                .isEqualTo("mail-tls");
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.EXPIRED_CERTIFICATE)
    void nothingIsSentToAGatewayWithAnExpiredCertificate() throws Exception {
        TestAuthority authority = new TestAuthority(home.resolve("tls"));
        assertThat(sendTo(authority.expired("gateway"), authority)
                        .getException(HubException.class)
                        .problemCode())
                .isEqualTo("mail-tls");
        assertThat(gateway.sent()).isEmpty();
        assertThat(sendTo(authority.valid("gateway"), authority).getException()).isNull();
        assertThat(gateway.sent()).hasSize(1);
    }

    private Exchange sendTo(TestAuthority.Identity shown, TestAuthority trusted) throws Exception {
        try (Cable front =
                new Cable(shown.tls().getServerSocketFactory(), gateway.office().clearSmtp())) {
            return send(Map.of(
                    "encryption",
                    "tls",
                    "port",
                    String.valueOf(front.port()),
                    "certificates",
                    trusted.pem().toString()));
        }
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.WRONGLY_ENCRYPTED)
    void nothingIsSentInClearText() {
        send(Map.of(
                "encryption",
                "starttls",
                "port",
                String.valueOf(gateway.office().clearSmtp())));
        assertThat(gateway.sent()).isEmpty();
    }
}
