package org.stadtbus.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.post.PostOffice;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What the connector promises who delivers by mail, against a real mail server. */
class MailSinkTest {
    private static final String ADDRESS = "amt@stadt.example";
    private static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";
    private static final byte[] PAYLOAD = "<antrag>Großzügig, Łódź</antrag>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private final MemoryVault vault = new MemoryVault();
    private PostOffice server;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        server = new PostOffice(home, ADDRESS, PASSWORD);
        camel = Kamelets.context("mail/mail-sink.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    @Test
    void theMessageAndItsAttachmentsArriveByteForByte() throws Exception {
        byte[] plan = {0, 13, 10, 46, 13, 10, -1};
        deliver(attachment("a1", "Lageplan Größe.pdf", plan), attachment("a2", "Lageplan Größe.pdf", new byte[] {7}));

        Multipart parts = (Multipart) onlyMail().getContent();
        assertThat(names(parts)).containsExactly("", "nachricht-1.xml", "Lageplan Größe.pdf", "Lageplan Größe-2.pdf");
        assertThat(bytes(parts.getBodyPart(1))).isEqualTo(PAYLOAD);
        assertThat(bytes(parts.getBodyPart(2))).isEqualTo(plan);
        assertThat(bytes(parts.getBodyPart(3))).containsExactly(7);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/xml");
    }

    @Test
    void theMessageAsTextKeepsItsLetters() throws Exception {
        assertThat(send(Map.of("asAttachment", "false")).getException()).isNull();
        assertThat(String.valueOf(onlyMail().getContent()).strip())
                .isEqualTo(new String(PAYLOAD, StandardCharsets.UTF_8));
    }

    @Test
    void theMailTellsNothingOfTheEnvelopeButTheMessageId() throws Exception {
        deliver();
        MimeMessage mail = onlyMail();
        assertThat(mail.getMessageID()).isEqualTo("<nachricht-1@stadtbus.example>");
        assertThat(mail.getSubject()).isEqualTo("Nachricht für Sie");
        assertThat(java.util.Collections.list(mail.getAllHeaderLines()))
                .noneMatch(line -> line.contains("vorgang-1") || line.startsWith("Stadtbus"));
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.REPLAYED)
    void aRepetitionAfterALostAnswerIsTheSameMail() throws Exception {
        server.fault(new Fault.HangUp());
        assertThat(failure(Map.of()).kind()).isEqualTo(FailureKind.TRANSIENT);
        server.fault(new Fault.None());
        deliver();
        assertThat(server.mails("INBOX")).hasSize(2);
        assertThat(server.mails("INBOX").get(0).getMessageID())
                .isEqualTo(server.mails("INBOX").get(1).getMessageID());
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        server.fault(new Fault.Down());
        HubException away = failure(Map.of());
        assertThat(away.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(away.problemCode()).isEqualTo("mail-unavailable");
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.WRONGLY_SIGNED)
    void nothingIsSentToAServerThatCannotProveItsName() {
        assertThat(failure(Map.of("certificates", "")).problemCode()).isEqualTo("mail-tls");
        assertThat(failure(Map.of("host", "localhost")).problemCode()).isEqualTo("mail-tls");
        assertThat(server.mails("INBOX")).isEmpty();
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.WRONGLY_ENCRYPTED)
    void nothingIsSentInClearText() {
        failure(Map.of("encryption", "starttls", "port", String.valueOf(server.clearSmtp())));
        assertThat(server.mails("INBOX")).isEmpty();
    }

    @Test
    @Refuses(
            connector = "mail",
            value = {BadInput.OVERSIZED, BadInput.WRONGLY_SIGNED})
    void whatAPersonMustMendIsNotTriedForEver() {
        assertThat(failure(Map.of("password", "falsch")))
                .returns("mail-login", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
        assertThat(failure(Map.of("to", "keine adresse @")))
                .returns("mail-address", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
        assertThat(failure(Map.of("maxSize", "10")))
                .returns("mail-too-large", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
        assertThat(server.mails("INBOX")).isEmpty();
    }

    @Test
    void aMailWhoseAttachmentIsGoneIsNotSentWithoutIt() {
        Attachment gone = new Attachment("a1", "plan.pdf", "application/pdf", "", 1, "00");
        assertThat(send(Map.of(), gone).getException())
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.problemCode()).isEqualTo("payload-gone"));
        assertThat(server.mails("INBOX")).isEmpty();
    }

    private MimeMessage onlyMail() {
        assertThat(server.mails("INBOX")).hasSize(1);
        return server.mails("INBOX").get(0);
    }

    private static List<String> names(Multipart parts) throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            String name = parts.getBodyPart(i).getFileName();
            names.add(name == null ? "" : MimeUtility.decodeText(name));
        }
        return names;
    }

    private static byte[] bytes(Part part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private void deliver(Attachment... attachments) {
        Exchange done = send(Map.of(), attachments);
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt")).isEqualTo("Mail <nachricht-1@stadtbus.example>");
    }

    private HubException failure(Map<String, String> changes) {
        return send(changes).getException(HubException.class);
    }

    private Exchange send(Map<String, String> changes, Attachment... attachments) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", server.host());
        properties.put("port", String.valueOf(server.smtps()));
        properties.put("certificates", server.certificates().toString());
        properties.put("username", ADDRESS);
        properties.put("password", PASSWORD);
        properties.put("from", "hub@stadtbus.example");
        properties.put("to", ADDRESS);
        properties.put("subject", "Nachricht für Sie");
        properties.putAll(changes);
        Envelope envelope = Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                .contentType("application/xml")
                .extension("xml")
                .attachments(List.of(attachments))
                .build();
        return camel.createProducerTemplate()
                .send(Kamelets.uri("mail-sink/amt", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(PAYLOAD);
                    exchange.getIn().setHeader("StadtbusJourneyId", "vorgang-1");
                    exchange.setProperty("stadtbus.message", new Message(envelope, PAYLOAD));
                });
    }

    private Attachment attachment(String id, String filename, byte[] bytes) {
        Vault.Stored stored = vault.store("leistung", bytes);
        return new Attachment(id, filename, "application/pdf", "", stored.size(), stored.sha256());
    }
}
