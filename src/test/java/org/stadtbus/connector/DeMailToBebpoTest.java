package org.stadtbus.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.activation.DataHandler;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.connector.bebpo.BebpoComponent;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.sandbox.egvp.EgvpOffice;
import org.stadtbus.sandbox.post.DeMailGateway;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

/** Both ends of a placement after NPsychKG: from a doctor's De-Mail to the court's mailbox and back, over the connectors' Kamelets. */
class DeMailToBebpoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PROCEDURE = "psychkg-unterbringung";
    private static final String CITY = "stadt@stadt.de-mail.example";
    private static final String DOCTOR = "praxis@praxis.de-mail.example";
    private static final String ACCOUNT = "safe-stadt";

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> confirmations = new CopyOnWriteArrayList<>();
    private FileVault vault;
    private TestBroker broker;
    private EgvpOffice court;
    private DeMailGateway gateway;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        Random random = new Random(1);
        for (String name : List.of("Gutachten (Ärztin) 1.2.pdf", "Gutachten [Ärztin] 1.2.pdf", "Röntgen.tiff")) {
            byte[] bytes = new byte[100_000 + files.size()];
            random.nextBytes(bytes);
            files.put(name, bytes);
        }
        vault = new FileVault(folder.resolve("vault"), folder.resolve("vault.json"));
        broker = TestBroker.start(folder.resolve("broker"));
        court = new EgvpOffice(Files.createDirectories(folder.resolve("egvp")), ACCOUNT);
        gateway = new DeMailGateway(folder, CITY, "geheim");
        camel = Kamelets.context(
                "bebpo/bebpo-sink.kamelet.yaml",
                "bebpo/bebpo-source.kamelet.yaml",
                "de-mail/de-mail-sink.kamelet.yaml",
                "de-mail/de-mail-source.kamelet.yaml");
        AnswerIntake intake = mock(AnswerIntake.class);
        when(intake.maxAnswer()).thenReturn(1_000_000L);
        camel.addComponent("bebpo", new BebpoComponent(broker.broker(), vault, intake, new DefaultSslBundleRegistry()));
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.addRoutes(routes());
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        gateway.close();
        court.close();
        broker.close();
    }

    private RouteBuilder routes() {
        Map<String, String> egvp = Map.of("url", court.uri().toString(), "userId", ACCOUNT);
        Map<String, String> mail = Map.of(
                "host",
                gateway.office().host(),
                "certificates",
                gateway.office().certificates().toString(),
                "username",
                CITY,
                "password",
                "geheim");
        String fromDoctor =
                uri("de-mail-source", mail, "port", gateway.office().imaps(), "procedure", PROCEDURE, "delay", 100);
        String toCourt = uri("bebpo-sink", egvp, "receiver", "safe-gericht");
        String fromCourt = uri("bebpo-source", egvp, "procedure", PROCEDURE, "delay", 100);
        String toDoctor =
                uri("de-mail-sink", mail, "port", gateway.office().startTlsSmtp(), "from", CITY, "to", DOCTOR);
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(fromDoctor)
                        .choice()
                        .when(body().convertToString().contains("zuNachricht"))
                        .process(e -> confirmations.add(e.getIn().getBody(String.class)))
                        .otherwise()
                        .process(e -> carry(e, xjustiz(received(e))))
                        .to(toCourt);
                from(fromCourt)
                        .process(e -> carry(e, e.getIn().getBody(byte[].class)))
                        .to(toDoctor);
            }
        };
    }

    private static String uri(String kamelet, Map<String, String> common, Object... more) {
        Map<String, String> properties = new LinkedHashMap<>(common);
        for (int i = 0; i < more.length; i += 2) {
            properties.put(String.valueOf(more[i]), String.valueOf(more[i + 1]));
        }
        return Kamelets.uri(kamelet + "/test-" + kamelet, properties);
    }

    /** The doctor's files, without the header fields that the connector adds. */
    private static List<Attachment> received(Exchange exchange) {
        return Stream.of(exchange.getProperty("stadtbus.attachments", Attachment[].class))
                .filter(file -> !file.filename().equals("de-mail-kopfzeilen.txt"))
                .toList();
    }

    private static byte[] xjustiz(List<Attachment> files) {
        return files.stream()
                .map(file -> "<dokument><dokumentklasse/><datei><dateiname>" + file.filename()
                        + "</dateiname></datei></dokument>")
                .collect(Collectors.joining("", "<nachricht xmlns='http://www.xjustiz.de'>", "</nachricht>"))
                .getBytes(UTF_8);
    }

    private static void carry(Exchange exchange, byte[] payload) {
        Envelope envelope = Envelope.builder(UUID.randomUUID().toString(), "vorgang", Instant.EPOCH)
                .contentType("application/xml")
                .extension("xml")
                .attachments(received(exchange))
                .build();
        exchange.getIn().setBody(payload);
        exchange.getIn().setHeader("StadtbusProcedure", PROCEDURE);
        exchange.setProperty("stadtbus.message", new Message(envelope, payload));
    }

    private MimeMessage letter() throws Exception {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Antrag anbei.", "UTF-8");
        parts.addBodyPart(text);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.getValue(), "application/pdf")));
            part.setFileName(MimeUtility.encodeText(file.getKey(), "UTF-8", "Q"));
            parts.addBodyPart(part);
        }
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(DOCTOR);
        mail.setSubject("Antrag");
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    private List<String> digests() {
        return files.values().stream().map(Ids::sha256).toList();
    }

    @Test
    void threeFilesGoFromDeMailToTheCourtAndBackBitForBit() throws Exception {
        gateway.writes(letter(), DOCTOR, Map.of("auth-level", "high"));
        await().atMost(PATIENCE).until(() -> !court.sent().isEmpty());
        byte[] atCourt = court.packed(court.sent().get(0));
        Map<String, String> there = packed(atCourt);
        assertThat(there.keySet())
                .containsExactly(
                        "attachments/xjustiz_nachricht.xml",
                        "attachments/Gutachten__Ärztin__1_2.pdf",
                        "attachments/Gutachten__Ärztin__1_2-2.pdf",
                        "attachments/Röntgen.tiff");
        assertThat(there.values()).containsAll(digests());

        court.put("osci-1", atCourt);
        await().atMost(PATIENCE).until(() -> !gateway.sent().isEmpty());
        Map<String, String> back = enclosed(gateway.sent().get(0));
        assertThat(back.keySet()).containsExactlyElementsOf(files.keySet());
        assertThat(back.values()).containsExactlyElementsOf(digests());
    }

    @Test
    void providersConfirmationsComeBackAsAnswersToTheHubsMessage() throws Exception {
        court.put("osci-1", packedNothing());
        await().atMost(PATIENCE).until(() -> confirmations.size() == 2);
        String id = gateway.sent().get(0).getHeader("X-de-mail-private-id", null);
        assertThat(confirmations)
                .allMatch(answer -> answer.contains("<zuNachricht>" + id + "</zuNachricht>"))
                .anyMatch(answer -> answer.contains("confirmation of dispatch"))
                .anyMatch(answer -> answer.contains("confirmation of receipt"));
    }

    private static byte[] packedNothing() throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xjustiz_nachricht.xml"));
            zip.write("<n/>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Digests of packed files by their names. */
    private static Map<String, String> packed(byte[] bytes) throws Exception {
        Map<String, String> digests = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                digests.put(entry.getName(), Ids.sha256(zip.readAllBytes()));
            }
        }
        return digests;
    }

    /** Digests of a mail's files by their names, without the message itself. */
    private static Map<String, String> enclosed(MimeMessage mail) throws Exception {
        Map<String, String> digests = new LinkedHashMap<>();
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 2; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            digests.put(
                    MimeUtility.decodeText(part.getFileName()),
                    Ids.sha256(part.getInputStream().readAllBytes()));
        }
        return digests;
    }
}
