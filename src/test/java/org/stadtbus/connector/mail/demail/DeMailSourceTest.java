package org.stadtbus.connector.mail.demail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
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
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.PollWatch;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.post.DeMailGateway;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.Vault;

/** What the connector promises who gets De-Mail, against the sandbox's gateway. */
class DeMailSourceTest {
    private static final String CITY = "stadt@stadt.de-mail.example";
    private static final String DOCTOR = "praxis@praxis.de-mail.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Taken(String reference, String key, String type, String text, List<Attachment> files) {}

    @TempDir
    Path home;

    private final MemoryVault vault = new MemoryVault();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger watch = (Logger) LoggerFactory.getLogger(PollWatch.class);
    private DeMailGateway gateway;
    private CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void begin() throws Exception {
        log.start();
        watch.addAppender(log);
        gateway = new DeMailGateway(home, CITY, "geheim");
    }

    @AfterEach
    void end() {
        camel.stop();
        gateway.close();
        watch.detachAppender(log);
    }

    private void look(Map<String, String> changes) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", gateway.office().host());
        properties.put("port", String.valueOf(gateway.office().imaps()));
        properties.put("certificates", gateway.office().certificates().toString());
        properties.put("username", CITY);
        properties.put("password", "geheim");
        properties.put("procedure", "psychkg-unterbringung");
        properties.put("delay", "100");
        properties.putAll(changes);
        camel = Kamelets.context("de-mail/de-mail-source.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("de-mail-source/eingang", properties))
                        .errorHandler(noErrorHandler())
                        .process(DeMailSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    private void takeIn(Exchange exchange) {
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode() + ": " + unreadable.sentence());
            throw unreadable;
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusExternalReference", String.class),
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                exchange.getIn().getHeader("StadtbusContentType", String.class),
                exchange.getIn().getBody(String.class),
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class))));
    }

    private static MimeMessage mail(String text) throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(DOCTOR);
        mail.setSubject("Antrag");
        mail.setText(text, "UTF-8");
        mail.saveChanges();
        return mail;
    }

    private void refusedAs(String text) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> gateway.office().mails("Abgewiesen").size() == 1);
        assertThat(refused).singleElement().asString().contains(text);
        assertThat(taken).isEmpty();
    }

    private String file(Taken mail, String name) throws Exception {
        Attachment file = mail.files().stream()
                .filter(one -> one.filename().equals(name))
                .findFirst()
                .orElseThrow();
        return new String(vault.open(file.sha256()).readAllBytes(), UTF_8);
    }

    @Test
    void headerFieldsTravelAlongAndPeopleSeeTheLevel() throws Exception {
        MimeMessage mail = mail("Bitte prüfen.");
        gateway.writes(mail, DOCTOR, Map.of("auth-level", "high"));
        look(Map.of());
        await().atMost(PATIENCE).until(() -> gateway.office().mails("Erledigt").size() == 1);
        Taken taken = this.taken.get(0);
        String id = mail.getHeader("X-de-mail-message-id", null);
        assertThat(taken.key()).isEqualTo(id);
        assertThat(taken.reference()).isEqualTo("De-Mail " + id + ", Anmeldung high");
        assertThat(taken.text().strip()).isEqualTo("Bitte prüfen.");
        assertThat(file(taken, "de-mail-kopfzeilen.txt"))
                .contains("X-de-mail-sender: " + DOCTOR, "X-de-mail-auth-level: high", "X-de-mail-integrity: a=sha256");
    }

    @Test
    void describedDeMailSaysWhoWroteItAndItsTextGoesAlong() throws Exception {
        MimeMessage mail = mail("Bitte prüfen.");
        mail.setSubject("Antrag <1>\u0007", "UTF-8");
        gateway.writes(mail, DOCTOR, Map.of("auth-level", "high"));
        look(Map.of("described", "true"));
        await().atMost(PATIENCE).until(() -> gateway.office().mails("Erledigt").size() == 1);
        Taken taken = this.taken.get(0);
        assertThat(taken.type()).isEqualTo("application/xml");
        assertThat(taken.text())
                .contains(
                        "<sender>" + DOCTOR + "</sender>",
                        "<auth-level>high</auth-level>",
                        "<message-id>" + taken.key() + "</message-id>",
                        "<eingang>20",
                        "<betreff>Antrag &lt;1&gt;</betreff>");
        assertThat(file(taken, "nachrichtentext.txt").strip()).isEqualTo("Bitte prüfen.");
        assertThat(file(taken, "de-mail-kopfzeilen.txt")).contains("X-de-mail-sender: " + DOCTOR);
    }

    @Test
    void ofTwoFieldsTheUpperCountsWhateverTheirCase() throws Exception {
        MimeMessage mail = mail("x");
        mail.addHeader("x-DE-mail-AUTH-level", "normal");
        gateway.writes(mail, DOCTOR, Map.of());
        mail.addHeader("X-de-mail-auth-level", "high");
        gateway.office().clear();
        gateway.office().arrives(mail);
        look(Map.of());
        refusedAs("de-mail-auth-level");
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.WRONGLY_SIGNED)
    void mailWithoutTheProvidersFieldsIsRefused() throws Exception {
        gateway.office().arrives(mail("Ich bin keine De-Mail."));
        look(Map.of());
        refusedAs("ihr fehlt die Kopfzeile X-de-mail-sender");
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.WRONGLY_SIGNED)
    void levelBelowTheLeastIsRefusedAndAboveItTaken() throws Exception {
        gateway.writes(mail("x"), DOCTOR, Map.of("auth-level", "normal"));
        look(Map.of());
        refusedAs("nicht sicher genug angemeldet");
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.MALFORMED)
    void damagedMailIsRefused() throws Exception {
        MimeMessage mail = mail("ohne Grenze");
        gateway.writes(mail, DOCTOR, Map.of("auth-level", "high"));
        gateway.office().clear();
        ByteArrayOutputStream stamped = new ByteArrayOutputStream();
        mail.writeTo(stamped);
        byte[] damaged = stamped.toString(UTF_8)
                .replaceFirst("Content-Type: [^\r\n]*", "Content-Type: multipart/mixed; boundary=weg")
                .getBytes(UTF_8);
        gateway.office()
                .arrives(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(damaged)));
        look(Map.of());
        refusedAs("mail-unreadable");
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.OVERSIZED)
    void mailThatIsTooLargeIsRefused() throws Exception {
        gateway.writes(mail("groß".repeat(2000)), DOCTOR, Map.of("auth-level", "high"));
        look(Map.of("maxSize", "5000"));
        refusedAs("mail-too-large");
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.REPLAYED)
    void mailThatComesAgainIsTheSameMessage() throws Exception {
        MimeMessage mail = mail("Bitte prüfen.");
        gateway.writes(mail, DOCTOR, Map.of("auth-level", "high"));
        gateway.office().arrives(mail);
        look(Map.of());
        await().atMost(PATIENCE).until(() -> gateway.office().mails("Erledigt").size() == 2);
        assertThat(taken).hasSize(2);
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
    }

    @Test
    @Refuses(connector = "de-mail", value = BadInput.EXPIRED_CERTIFICATE)
    void nothingIsFetchedFromAGatewayWithAnExpiredCertificate() throws Exception {
        TestAuthority authority = new TestAuthority(home.resolve("tls"));
        gateway.writes(mail("Bitte prüfen."), DOCTOR, Map.of("auth-level", "high"));
        try (Cable front = front(authority.expired("gateway"))) {
            look(secured(front, authority));
            await().atMost(PATIENCE).until(() -> said("keine sichere Verbindung"));
            camel.stop();
        }
        assertThat(taken).isEmpty();
        assertThat(gateway.office().mails("INBOX")).hasSize(1);
        try (Cable front = front(authority.valid("gateway"))) {
            look(secured(front, authority));
            await().atMost(PATIENCE).until(() -> taken.size() == 1);
            camel.stop();
        }
    }

    private Cable front(TestAuthority.Identity shown) {
        return new Cable(shown.tls().getServerSocketFactory(), gateway.office().clearImap());
    }

    private static Map<String, String> secured(Cable front, TestAuthority authority) throws Exception {
        return Map.of(
                "port",
                String.valueOf(front.port()),
                "certificates",
                authority.pem().toString());
    }

    private boolean said(String words) {
        return List.copyOf(log.list).stream()
                .anyMatch(event -> event.getFormattedMessage().contains(words));
    }

    @Test
    void leastLevelNormalTakesBoth() throws Exception {
        gateway.writes(mail("x"), DOCTOR, Map.of("auth-level", "normal"));
        gateway.writes(mail("y"), DOCTOR, Map.of("auth-level", "high"));
        gateway.writes(mail("z"), DOCTOR, Map.of("auth-level", "very high"));
        look(Map.of("leastLevel", "normal"));
        await().atMost(PATIENCE).until(() -> taken.size() == 2 && refused.size() == 1);
        assertThat(taken).extracting(mail -> mail.text().strip()).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void confirmationBecomesAnAnswerThatNamesTheHubsMessage() throws Exception {
        MimeMessage sent = mail("x");
        sent.setHeader("X-de-mail-private-id", "nachricht-1");
        sent.setHeader("X-de-mail-confirmation-of-retrieve", "yes");
        gateway.retrieve(sent);
        look(Map.of("messageFile", "antrag.xml"));
        await().atMost(PATIENCE).until(() -> gateway.office().mails("Erledigt").size() == 1);
        assertThat(refused).isEmpty();
        Taken answer = taken.get(0);
        assertThat(answer.reference()).endsWith(", Abholbestätigung zu nachricht-1");
        assertThat(answer.type()).isEqualTo("application/xml");
        assertThat(answer.text())
                .contains("<art>confirmation of retrieve</art>", "<zuNachricht>nachricht-1</zuNachricht>");
        assertThat(file(answer, "de-mail-kopfzeilen.txt")).contains("X-de-mail-private-id: nachricht-1");
    }
}
