package org.stadtbus.connector.xta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.xta.GenericContentContainer;

/** The Kamelets of {@code connectors/xta} against the sandbox's provider, as delivery and sources use them. */
class XtaKameletTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "urn:de:xta:messageid:sandbox:";

    private record Taken(String text, String key, List<Attachment> files) {}

    @TempDir
    Path folder;

    private static final int LARGEST = 1_000_000;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean hubIsWell = true;
    private XtaStand stand;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        stand = new XtaStand(folder);
        camel = Kamelets.context("xta/xta-sink.kamelet.yaml", "xta/xta-source.kamelet.yaml");
        camel.addComponent("xta", stand.component());
        String source = Kamelets.uri("xta-source/eingang-" + XtaStand.PROCEDURE, source());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).errorHandler(noErrorHandler()).process(XtaKameletTest.this::take);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        stand.close();
    }

    private Map<String, String> source() {
        Map<String, String> properties = stand.properties();
        properties.put("delay", "100");
        properties.put("procedure", XtaStand.PROCEDURE);
        return properties;
    }

    private void take(Exchange exchange) {
        refuse(exchange);
        if (exchange.getIn().getBody(String.class).equals("<kaputt/>")) {
            throw HubException.permanent("schluessel-weg", "Der Schlüssel fehlt.");
        }
        if (!hubIsWell) {
            throw HubException.temporary("voll", "Voll.", new IllegalStateException());
        }
        taken.add(new Taken(
                exchange.getIn().getBody(String.class),
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class))));
    }

    /** As the hub's own step does. */
    private void refuse(Exchange exchange) {
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable == null && exchange.getIn().getBody(byte[].class).length > LARGEST) {
            unreadable = HubException.rejected("too-large", "Die Nachricht ist zu groß.");
        }
        if (unreadable == null && exchange.getIn().getBody(byte[].class).length == 0) {
            unreadable = HubException.rejected("empty", "Die Nachricht ist leer.");
        }
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            throw unreadable;
        }
    }

    @Test
    void deliveryReachesTheProviderAndItsReportComesBack() {
        Message message =
                stand.message(UUID.randomUUID().toString(), "<antrag/>".getBytes(UTF_8), "Plan".getBytes(UTF_8));
        Exchange done = camel.createProducerTemplate()
                .send(Kamelets.uri("xta-sink/ausgang-" + XtaStand.PROCEDURE, stand.sinkProperties()), exchange -> {
                    exchange.getIn().setBody(message.payload());
                    exchange.getIn().setHeader("StadtbusProcedure", XtaStand.PROCEDURE);
                    exchange.setProperty("stadtbus.message", message);
                });
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class)).contains("Status grün");
        assertThat(done.getProperty("stadtbus.receipt", byte[].class)).isNotEmpty();
        assertThat(stand.office.sent()).hasSize(1);
    }

    @Test
    void mailComesOnceAndWaitsWhileTheHubTakesNothing() {
        hubIsWell = false;
        Message letter = stand.message("eins", "<eins/>".getBytes(UTF_8), "Plan".getBytes(UTF_8));
        Heads heads = stand.heads("ags:03403000");
        stand.office.put("eins", heads.of(letter.envelope(), PREFIX + "eins"), stand.parts.container(letter));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> stand.office.box().equals(List.of("eins")));
        hubIsWell = true;
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        assertThat(taken).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("<eins/>");
            assertThat(mail.key()).isEqualTo(PREFIX + "eins");
            assertThat(mail.files()).hasSize(1);
        });
    }

    @Test
    void letterThatCannotBeTakenKeepsNoneBehindIt() {
        put("kaputt");
        put("zwei");
        await().atMost(PATIENCE).until(() -> stand.office.box().equals(List.of("kaputt")));
        assertThat(taken).extracting(Taken::text).containsExactly("<zwei/>");
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.MALFORMED)
    void letterThatTheHubRefusesIsClosedAndKeepsNoneBehindIt() {
        put("leer", new byte[0]);
        put("zwei");
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        assertThat(refused).containsExactly("empty");
        assertThat(taken).extracting(Taken::text).containsExactly("<zwei/>");
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.OVERSIZED)
    void letterThatIsTooLargeIsRefusedOnceAndStays() {
        put("gross", new byte[LARGEST + 1]);
        assertStaysRefused("gross", "too-large");
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.WRONGLY_ENCRYPTED)
    void letterThatIsSealedFromEndToEndIsRefusedOnceAndStays() throws Exception {
        GenericContentContainer sealed = new GenericContentContainer();
        sealed.encrypted = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .newDocument()
                .createElementNS("http://www.w3.org/2001/04/xmlenc#", "xenc:EncryptedData");
        Message letter = stand.message("zu", new byte[0], new byte[0]);
        stand.office.put("zu", stand.heads("ags:03403000").of(letter.envelope(), PREFIX + "zu"), sealed);
        assertStaysRefused("zu", "xta-encrypted");
    }

    private void assertStaysRefused(String name, String code) {
        await().atMost(PATIENCE).until(() -> !refused.isEmpty());
        for (String next : List.of("zwei", "drei")) {
            put(next);
            await().atMost(PATIENCE).until(() -> stand.office.box().equals(List.of(name)));
        }
        assertThat(refused).containsExactly(code);
        assertThat(taken).extracting(Taken::text).containsExactly("<zwei/>", "<drei/>");
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.REPLAYED)
    void letterThatLiesInTheBoxAgainComesAsTheSame() {
        put("eins");
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        put("eins");
        await().atMost(PATIENCE)
                .until(() -> taken.size() == 2 && stand.office.box().isEmpty());
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
    }

    private void put(String name) {
        put(name, ("<" + name + "/>").getBytes(UTF_8));
    }

    private void put(String name, byte[] payload) {
        Message letter = stand.message(name, payload, "Plan".getBytes(UTF_8));
        Heads heads = stand.heads("ags:03403000");
        stand.office.put(name, heads.of(letter.envelope(), PREFIX + name), stand.parts.container(letter));
    }
}
