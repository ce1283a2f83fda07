package org.stadtbus.connector.xdomea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.Incoming;
import org.stadtbus.sandbox.xdomea.Partner;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.FileVault;

/** The Kamelets as the hub calls them, and a partner at the other end of the folders. */
@SuppressWarnings("NullAway.Init")
class XdomeaKameletsTest {
    private static final String CONTAINER = Containers.PROCESS + "_" + Containers.TYPE + ".zip";

    @TempDir
    Path home;

    private final List<Exchange> taken = new CopyOnWriteArrayList<>();
    private volatile boolean hubIsWell = true;
    private Path outgoing;
    private Path incoming;
    private FileVault vault;
    private Partner partner;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        outgoing = Files.createDirectories(home.resolve("ausgang"));
        incoming = Files.createDirectories(home.resolve("eingang"));
        partner = new Partner(outgoing, incoming);
        vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        camel = Kamelets.context("xdomea/xdomea-sink.kamelet.yaml", "xdomea/xdomea-source.kamelet.yaml");
        camel.getRegistry().bind("xdomea-component", new XdomeaComponent(vault));
        String source = Kamelets.uri(
                "xdomea-source/rathaus",
                Map.of("folder", incoming.toString(), "delay", "50", "settled", "0", "procedure", "rathaus"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).errorHandler(noErrorHandler()).process(XdomeaKameletsTest.this::takeIn);
            }
        });
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
    }

    private void takeIn(Exchange exchange) {
        if (!hubIsWell) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        taken.add(exchange.copy());
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            throw unreadable;
        }
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.REPLAYED)
    void containerIsLeftOnceAndWhole() {
        Message message = Containers.message(
                Containers.xml("3.0.0", Containers.PLAN), Containers.file(vault, Containers.PLAN, "Plan"));

        Exchange first = deliver(message);
        deliver(message);

        assertThat(first.getException()).isNull();
        assertThat(first.getMessage().getHeader("StadtbusReceipt")).isEqualTo("abgelegt als " + CONTAINER);
        assertThat(partner.waiting()).containsExactly(CONTAINER);
        assertThat(outgoing).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void otherMessageOfTheSameNameWaitsUntilThePartnerHasFetchedTheFirst() {
        String xml = Containers.xml("3.0.0", Containers.PLAN);
        deliver(Containers.message(xml, Containers.file(vault, Containers.PLAN, "Plan")));
        Message second = Containers.message(xml, Containers.file(vault, Containers.PLAN, "anderer Plan"));

        assertThat(deliver(second).getException(HubException.class).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(partner.open(CONTAINER).get(Containers.PLAN)).asString().isEqualTo("Plan");

        partner.aside(CONTAINER);
        assertThat(deliver(second).getException()).isNull();
        assertThat(partner.open(CONTAINER).get(Containers.PLAN)).asString().isEqualTo("anderer Plan");
    }

    @Test
    void fileThatTheVaultCannotReadLeavesNothing() throws IOException {
        Attachment plan = Containers.file(vault, Containers.PLAN, "Plan");
        Attachment gone = new Attachment("a1", plan.filename(), "application/pdf", "", 4, "0".repeat(64));

        Exchange done = deliver(Containers.message(Containers.xml("3.0.0", Containers.PLAN), gone));

        assertThat(done.getException()).isNotNull();
        assertThat(partner.waiting()).isEmpty();
    }

    @Test
    void containerOfThePartnerIsTakenAndPutAside() throws IOException {
        String xml = Containers.xml("3.0.0", Containers.PLAN);
        partner.leave(CONTAINER, Map.of(Containers.MESSAGE, xml, Containers.PLAN, "Plan"));

        await().untilAsserted(() ->
                assertThat(names(".done")).singleElement().asString().endsWith(CONTAINER));
        Exchange exchange = taken.get(0);
        assertThat(taken).hasSize(1);
        assertThat(exchange.getMessage().getBody(byte[].class))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(xml);
        assertThat(exchange.getMessage().getHeader("StadtbusExternalReference")).isEqualTo(CONTAINER);
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_LENGTH)).isNull();
        assertThat(exchange.getProperty("stadtbus.attachments", Attachment[].class))
                .extracting(Attachment::filename, Attachment::size)
                .containsExactly(tuple(Containers.PLAN, 4L));
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.MALFORMED)
    void halfContainerIsToldToTheHubAndPutWithTheRefused() {
        partner.leaveHalf(CONTAINER, Map.of(Containers.MESSAGE, Containers.xml("3.0.0")));

        await().untilAsserted(() -> assertThat(names(".refused")).hasSize(1));
        assertThat(taken.get(0)
                        .getProperty("stadtbus.unreadable", HubException.class)
                        .problemCode())
                .isEqualTo("xdomea-zip-damaged");
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.WRONGLY_ENCRYPTED)
    void containerWithAPasswordIsToldToTheHubAndPutWithTheRefused() throws IOException {
        byte[] locked = new Containers()
                .with(Containers.MESSAGE, Containers.xml("3.0.0"))
                .bytes();
        locked[6] |= 1; // APPNOTE.TXT 4.4.4, bit 0: encrypted
        Path hidden = Files.write(incoming.resolve(".geschrieben"), locked);
        Files.move(hidden, incoming.resolve(CONTAINER));

        await().untilAsserted(() -> assertThat(names(".refused")).hasSize(1));
        assertThat(taken.get(0)
                        .getProperty("stadtbus.unreadable", HubException.class)
                        .problemCode())
                .isEqualTo("xdomea-zip-damaged");
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.REPLAYED)
    void containerThatLiesThereAgainComesAsTheSame() {
        Map<String, String> files =
                Map.of(Containers.MESSAGE, Containers.xml("3.0.0", Containers.PLAN), Containers.PLAN, "Plan");
        partner.leave(CONTAINER, files);
        await().untilAsserted(() -> assertThat(names(".done")).hasSize(1));
        partner.leave(CONTAINER, files);
        await().until(() -> taken.size() == 2 && Files.notExists(incoming.resolve(CONTAINER)));

        assertThat(taken.stream().map(XdomeaKameletsTest::identity).distinct()).hasSize(1);
    }

    /** By this the intake knows a message without a key. */
    private static String identity(Exchange exchange) {
        Incoming came = new Incoming(
                "rathaus",
                exchange.getMessage().getHeader("StadtbusExternalReference", String.class),
                exchange.getMessage().getHeader("StadtbusDuplicateKey", "", String.class),
                "application/xml",
                "xml",
                exchange.getMessage().getBody(byte[].class),
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)));
        return came.duplicateKey() + came.content();
    }

    @Test
    void containerStaysWhileTheHubCannotTakeIt() {
        hubIsWell = false;
        partner.leave(CONTAINER, Map.of(Containers.MESSAGE, Containers.xml("3.0.0")));
        await().during(java.time.Duration.ofMillis(400)).until(() -> Files.exists(incoming.resolve(CONTAINER)));

        hubIsWell = true;
        await().untilAsserted(() -> assertThat(names(".done")).hasSize(1));
        assertThat(taken).hasSize(1);
    }

    private Exchange deliver(Message message) {
        String sink = Kamelets.uri("xdomea-sink/rathaus-aus", Map.of("folder", outgoing.toString()));
        return camel.createProducerTemplate()
                .send(sink, ExchangePattern.InOut, e -> e.setProperty("stadtbus.message", message));
    }

    private List<String> names(String folder) throws IOException {
        if (!Files.isDirectory(incoming.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(incoming.resolve(folder))) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
