package org.stadtbus.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.connector.mail.picture.PictureConverter;
import org.stadtbus.connector.mail.picture.TestPictures;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.post.PostOffice;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.vault.Vault;

/** Pictures that come by mail lie in the vault as they came, and as PDF/A; against a real mail server. */
class MailPicturesTest {
    private static final String ADDRESS = "hub@stadtbus.example";
    private static final String PASSWORD = "geheim";
    private static final byte[] PNG =
            TestPictures.file("png", 0, TestPictures.bar(400, 300, BufferedImage.TYPE_INT_ARGB));

    @TempDir
    Path home;

    private final MemoryVault vault = new MemoryVault();
    private final List<List<Attachment>> taken = new CopyOnWriteArrayList<>();
    private PostOffice server;
    private CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void begin() throws Exception {
        server = new PostOffice(home, ADDRESS, PASSWORD);
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    @Test
    void aPictureIsKeptAndItsPdfALiesBesideIt() throws Exception {
        arrives("1@amt", file("Foto Süd.png", "image/png", PNG), file("plan.pdf", "application/pdf", new byte[5]));
        look(true);
        assertThat(first())
                .extracting(Attachment::id, Attachment::filename, Attachment::contentType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", "Foto Süd.png", "image/png"),
                        org.assertj.core.groups.Tuple.tuple("2", "Foto Süd.png.pdf", "application/pdf"),
                        org.assertj.core.groups.Tuple.tuple("3", "plan.pdf", "application/pdf"));
        assertThat(stored(first().get(0))).isEqualTo(PNG);
        assertThat(TestPictures.isPdfA2b(stored(first().get(1)))).isTrue();
    }

    @Test
    void aPictureIsKnownByItsNameToo() throws Exception {
        arrives("1@amt", file("SCAN.PNG", "application/octet-stream", PNG));
        look(true);
        assertThat(first()).extracting(Attachment::filename).containsExactly("SCAN.PNG", "SCAN.PNG.pdf");
    }

    @Test
    void theSameMailReadAgainBringsTheSamePdfA() throws Exception {
        arrives("1@amt", file("a.png", "image/png", PNG));
        arrives("1@amt", file("a.png", "image/png", PNG));
        look(true);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(taken).hasSize(2));
        assertThat(taken.get(1)).isEqualTo(taken.get(0)).hasSize(2);
    }

    @Test
    void bombsAndForgeriesTravelUnchangedAndStopNoMail() throws Exception {
        arrives(
                "1@amt",
                file("bombe.png", "image/png", TestPictures.pngBomb(60_000)),
                file("kein-bild.jpg", "image/jpeg", "Hallo".getBytes(StandardCharsets.UTF_8)),
                file("halb.png", "image/png", java.util.Arrays.copyOf(PNG, PNG.length / 2)));
        look(true);
        assertThat(first()).extracting(Attachment::filename).containsExactly("bombe.png", "kein-bild.jpg", "halb.png");
    }

    @Test
    void withoutTheWishPicturesStayAlone() throws Exception {
        arrives("1@amt", file("a.png", "image/png", PNG));
        look(false);
        assertThat(first()).hasSize(1);
    }

    private void look(boolean imagesAsPdf) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", server.host());
        properties.put("port", String.valueOf(server.imaps()));
        properties.put("certificates", server.certificates().toString());
        properties.put("username", ADDRESS);
        properties.put("password", PASSWORD);
        properties.put("procedure", "bauamt");
        properties.put("delay", "100");
        properties.put("imagesAsPdf", String.valueOf(imagesAsPdf));
        camel = Kamelets.context("mail/mail-source.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.getRegistry().bind("gate", new TestGate().gate());
        camel.getRegistry().bind("pictureConverter", new PictureConverter());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("mail-source/bauamt", properties))
                        .errorHandler(noErrorHandler())
                        .process(MailPicturesTest.this::takeIn);
            }
        });
        camel.start();
    }

    private void takeIn(Exchange exchange) {
        taken.add(List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)));
    }

    private List<Attachment> first() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(taken).isNotEmpty());
        return taken.get(0);
    }

    private byte[] stored(Attachment file) throws IOException {
        try (var bytes = vault.open(file.sha256())) {
            return bytes.readAllBytes();
        }
    }

    private static String file(String name, String type, byte[] bytes) {
        return "--grenze\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n";
    }

    private void arrives(String id, String... files) throws Exception {
        String mail = "From: Amt <amt@stadt.example>\r\nTo: " + ADDRESS + "\r\nSubject: Fotos\r\nMessage-ID: <" + id
                + ">\r\nDate: Mon, 2 Mar 2026 10:30:00 +0100\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=grenze\r\n\r\n"
                + "--grenze\r\nContent-Type: text/plain\r\n\r\nAnbei.\r\n" + String.join("", files)
                + "--grenze--\r\n";
        server.arrives(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }
}
