package org.stadtbus.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.PollWatch;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.post.PostOffice;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What the connector promises a procedure that answers by mail, against a real mail server. */
class MailSourceTest {
    private static final String ADDRESS = "hub@stadtbus.example";
    private static final String PASSWORD = "p+&% =?#'{}RAW(x)";

    private record Taken(String key, String type, String extension, String text, List<Attachment> files) {}

    @TempDir
    Path home;

    private final MemoryVault vault = new MemoryVault();
    private final TestGate room = new TestGate();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger watch = (Logger) LoggerFactory.getLogger(PollWatch.class);
    private volatile boolean hubIsWell = true;
    private volatile boolean answerIsLost;
    private PostOffice server;
    private CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void begin() throws Exception {
        log.start();
        watch.addAppender(log);
        watch.setLevel(Level.INFO);
        server = new PostOffice(home, ADDRESS, PASSWORD);
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
        watch.detachAppender(log);
    }

    private void look(Map<String, String> changes) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", server.host());
        properties.put("port", String.valueOf(server.imaps()));
        properties.put("certificates", server.certificates().toString());
        properties.put("username", ADDRESS);
        properties.put("password", PASSWORD);
        properties.put("procedure", "bauamt");
        properties.put("delay", "100");
        properties.putAll(changes);
        camel = Kamelets.context("mail/mail-source.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.getRegistry().bind("gate", room.gate());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("mail-source/bauamt", properties))
                        .errorHandler(noErrorHandler())
                        .process(MailSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    /** As the hub's own step does. */
    private void takeIn(Exchange exchange) {
        if (!hubIsWell) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            throw unreadable;
        }
        String text = exchange.getIn().getBody(String.class);
        Attachment[] files = exchange.getProperty("stadtbus.attachments", Attachment[].class);
        if (text.isEmpty() && files.length == 0) {
            refused.add("empty");
            throw HubException.rejected("empty", "Die Nachricht ist leer.");
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                exchange.getIn().getHeader("StadtbusContentType", String.class),
                exchange.getIn().getHeader("StadtbusExtension", String.class),
                text,
                List.of(files)));
        if (answerIsLost) {
            throw HubException.temporary("broker", "Die Antwort blieb aus.", new IOException());
        }
    }

    @Test
    void aMailIsTakenWithItsFilesAndMovedAway() throws Exception {
        arrives(mixed("1@amt", "Bitte prüfen.", file("plan.pdf", "application/pdf", "SGFsbG8=")));
        look(Map.of());
        until(() -> assertThat(server.mails("Erledigt")).hasSize(1));
        assertThat(server.mails("INBOX")).isEmpty();
        Taken mail = taken.get(0);
        assertThat(mail.key()).isEqualTo("<1@amt>");
        assertThat(mail.type()).isEqualTo("text/plain");
        assertThat(mail.extension()).isEqualTo("txt");
        assertThat(mail.text().strip()).isEqualTo("Bitte prüfen.");
        assertThat(mail.files())
                .extracting(Attachment::filename, Attachment::contentType, Attachment::size)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("plan.pdf", "application/pdf", 5L));
        assertThat(vault.open(mail.files().get(0).sha256())).hasContent("Hallo");
        assertThat(vault.drawers()).containsExactly("bauamt");
    }

    @Test
    void anAgreedFileIsTheMessage() throws Exception {
        arrives(mixed(
                "1@amt",
                "Anbei.",
                file("plan.pdf", "application/pdf", "SGFsbG8="),
                file("antwort.xml", "application/xml", "PGEvPg==")));
        arrives(mixed("2@amt", "Habe die Datei vergessen."));
        look(Map.of("messageFile", ".*\\.xml"));
        until(() -> assertThat(server.mails("Abgewiesen")).hasSize(1));
        until(() -> assertThat(taken).hasSize(1));
        assertThat(taken.get(0).text()).isEqualTo("<a/>");
        assertThat(taken.get(0).type()).isEqualTo("application/xml");
        assertThat(taken.get(0).files()).extracting(Attachment::filename).containsExactly("plan.pdf");
        assertThat(refused).containsExactly("mail-without-message");
    }

    @Test
    void whatTheHubCouldNotTakeStaysUntilItCan() throws Exception {
        hubIsWell = false;
        arrives(mixed("1@amt", "eins"));
        look(Map.of());
        until(() -> assertThat(logged("Der Hub kann gerade nicht")).hasSize(1));
        assertThat(server.mails("INBOX")).hasSize(1);
        hubIsWell = true;
        until(() -> assertThat(server.mails("Erledigt")).hasSize(1));
        assertThat(taken).hasSize(1);
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.REPLAYED)
    void aMailReadAgainHasTheSameKey() throws Exception {
        answerIsLost = true;
        arrives(mixed("1@amt", "eins"));
        look(Map.of());
        until(() -> assertThat(taken).hasSizeGreaterThan(1));
        answerIsLost = false;
        until(() -> assertThat(server.mails("INBOX")).isEmpty());
        assertThat(taken).extracting(Taken::key).containsOnly("<1@amt>");
    }

    @Test
    void aCutWhileAMailIsMovedStopsNoneBehindIt() throws Exception {
        server.fault(new Fault.HangUp());
        arrives(mixed("1@amt", "eins"));
        look(Map.of());
        until(() -> assertThat(logged("FolderClosedException")).isNotEmpty());
        server.fault(new Fault.None());
        arrives(mixed("2@amt", "zwei"));
        until(() -> assertThat(taken).extracting(Taken::key).contains("<1@amt>", "<2@amt>"));
        until(() -> assertThat(server.mails("Erledigt")).hasSizeGreaterThan(1));
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.MALFORMED)
    void brokenMailsAreRefusedAndDoNotBlockThoseBehindThem() throws Exception {
        arrives(mixed("1@amt", "kaputt", file("plan.pdf", "application/pdf", "SGFsbG")));
        arrives(head("2@amt") + "Content-Type: text/plain; charset=x-gibt-es-nicht\r\n\r\nHallo\r\n");
        arrives(head("3@amt") + "Content-Transfer-Encoding: x-unbekannt\r\nContent-Type: text/plain\r\n\r\nHallo\r\n");
        arrives(head("4@amt") + "Content-Type: multipart/mixed; boundary=weg\r\n\r\nohne Grenze\r\n");
        arrives(mixed("5@amt", "gut"));
        look(Map.of());
        until(() -> assertThat(server.mails("Erledigt")).hasSize(1));
        until(() -> assertThat(server.mails("Abgewiesen")).hasSize(4));
        assertThat(taken).extracting(Taken::key).containsExactly("<5@amt>");
        assertThat(refused).hasSize(4).first().isEqualTo("mail-unreadable");
    }

    @Test
    @Refuses(connector = "mail", value = BadInput.OVERSIZED)
    void aMailThatIsTooLargeIsNotRead() throws Exception {
        arrives(mixed("1@amt", "groß", file("plan.pdf", "application/pdf", "SGFs".repeat(2000))));
        look(Map.of("maxSize", "5000"));
        until(() -> assertThat(server.mails("Abgewiesen")).hasSize(1));
        assertThat(refused).containsExactly("mail-too-large");
    }

    @Test
    void anEmptyMailIsRefusedAndOneWithAFileOnlyIsNot() throws Exception {
        arrives(head("1@amt") + "\r\n");
        arrives(head("2@amt") + file("plan.pdf", "application/pdf", "SGFsbG8="));
        look(Map.of());
        until(() -> assertThat(server.mails("Abgewiesen")).hasSize(1));
        until(() -> assertThat(server.mails("Erledigt")).hasSize(1));
        assertThat(refused).containsExactly("empty");
        assertThat(taken).singleElement().satisfies(mail -> assertThat(mail.files())
                .hasSize(1));
    }

    @Test
    void aForgedFileNameIsMadeHarmless() throws Exception {
        arrives(mixed("1@amt", "Anbei.", file("=?UTF-8?Q?..=2F..=2Fetc=2Fpasswd?=", "application/pdf", "SGFsbG8=")));
        look(Map.of());
        until(() -> assertThat(taken).hasSize(1));
        assertThat(taken.get(0).files()).extracting(Attachment::filename).containsExactly("passwd");
    }

    @Test
    void aMailCannotSayWhereItIsMoved() throws Exception {
        arrives("moveTo: Fremd\r\ndelete: true\r\n" + mixed("1@amt", "eins"));
        look(Map.of());
        until(() -> assertThat(server.mails("Erledigt")).hasSize(1));
    }

    @Test
    void noMailIsTouchedWhileTheHubHasNoRoom() throws Exception {
        room.close();
        arrives(mixed("1@amt", "eins"));
        look(Map.of());
        await().during(Duration.ofMillis(500))
                .until(() -> taken.isEmpty() && server.mails("INBOX").size() == 1);
        room.open();
        until(() -> assertThat(taken).hasSize(1));
    }

    @Test
    void aServerThatIsAwayIsOneSentence() throws Exception {
        look(Map.of());
        server.fault(new Fault.Down());
        until(() -> assertThat(logged("nicht erreichbar")).hasSize(1));
        server.fault(new Fault.None());
        arrives(mixed("1@amt", "eins"));
        until(() -> assertThat(taken).hasSize(1));
        until(() -> assertThat(logged("wieder abgeholt")).hasSize(1));
        assertThat(logged("nicht erreichbar")).hasSize(1);
    }

    private static String head(String id) {
        return "From: Amt <amt@stadt.example>\r\nTo: " + ADDRESS + "\r\nSubject: Antwort\r\nMessage-ID: <" + id
                + ">\r\nMIME-Version: 1.0\r\n";
    }

    private static String mixed(String id, String text, String... files) {
        String parts = Stream.concat(
                        Stream.of("Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                                + text + "\r\n"),
                        Stream.of(files))
                .reduce("", (all, part) -> all + "--grenze\r\n" + part);
        return head(id) + "Content-Type: multipart/mixed; boundary=grenze\r\n\r\n" + parts + "--grenze--\r\n";
    }

    private static String file(String name, String type, String base64) {
        return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n" + base64 + "\r\n";
    }

    private void arrives(String mail) throws Exception {
        server.arrives(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(met);
    }

    private List<ILoggingEvent> logged(String part) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getFormattedMessage().contains(part))
                .toList();
    }
}
