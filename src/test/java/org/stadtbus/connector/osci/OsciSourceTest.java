package org.stadtbus.connector.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.stadtbus.osci.Content;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.osci.Part;
import org.stadtbus.osci.Party;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.osci.Authority;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** The Kamelet {@code osci-source}: what lies at the intermediary comes once, and is confirmed only when the hub has it. */
class OsciSourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Taken(String text, String key, List<Attachment> files, String unreadable) {}

    @TempDir
    Path folder;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile boolean hubIsWell = true;
    private OsciHub hub;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        hub = new OsciHub(folder);
        camel = Kamelets.context("osci/osci-source.kamelet.yaml");
        camel.addComponent("osci", hub.component(OsciStand.READER));
        Map<String, String> properties = hub.properties();
        properties.put("procedure", OsciHub.PROCEDURE);
        properties.put("delay", "100");
        properties.put("maxAttachment", "1KB");
        String source = Kamelets.uri("osci-source/eingang-" + OsciHub.PROCEDURE, properties);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).errorHandler(noErrorHandler()).process(OsciSourceTest.this::take);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        hub.close();
    }

    private void take(Exchange exchange) {
        if (!hubIsWell) {
            throw HubException.temporary("voll", "Voll.", new IllegalStateException());
        }
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        taken.add(new Taken(
                exchange.getIn().getBody(String.class),
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)),
                unreadable == null ? "" : unreadable.problemCode()));
        if (unreadable != null) {
            throw unreadable;
        }
    }

    @Test
    void messagesComeInTheirOrderWithTheirFiles() throws Exception {
        String first = hub.stand.send(OsciStand.content("<eins/>", "Plan.pdf"));
        String second = hub.stand.send(OsciStand.content("<zwei/>"));
        await().atMost(PATIENCE).until(() -> hub.stand.post.received().size() == 2);
        assertThat(taken).extracting(Taken::text).containsExactly("<eins/>", "<zwei/>");
        assertThat(taken).extracting(Taken::key).containsExactly(first, second);
        assertThat(taken.get(0).files()).singleElement().satisfies(plan -> {
            assertThat(plan.filename()).isEqualTo("Plan.pdf");
            assertThat(hub.vault.open(plan.sha256()).readAllBytes())
                    .asString(UTF_8)
                    .isEqualTo("Inhalt von Plan.pdf");
        });
    }

    @Test
    void nothingIsConfirmedWhileTheHubTakesNothing() throws Exception {
        hubIsWell = false;
        hub.stand.send(OsciStand.content("<eins/>"));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> hub.stand.post.received().isEmpty());
        hubIsWell = true;
        await().atMost(PATIENCE).until(() -> hub.stand.post.received().size() == 1);
        assertThat(taken).extracting(Taken::text).containsExactly("<eins/>");
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.WRONGLY_SIGNED)
    void whatCannotBeTrustedIsRefusedKeptAndConfirmed() throws Exception {
        Party author = new Authority("Fremde CA").party("fremd");
        hub.stand.sendAs(author, OsciStand.content("<fremd/>"));
        hub.stand.send(OsciStand.content("<gut/>"));
        await().atMost(PATIENCE).until(() -> hub.stand.post.received().size() == 2);
        assertThat(taken).extracting(Taken::unreadable).containsExactly("osci-content-9700", "");
        assertThat(taken.get(0).files()).singleElement().satisfies(original -> assertThat(
                        hub.vault.open(original.sha256()).readAllBytes())
                .asString(UTF_8)
                .contains("EncryptedData")
                .doesNotContain("<fremd/>"));
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.OVERSIZED)
    void messageWithAFileThatIsTooLargeIsRefusedKeptAndConfirmed() throws Exception {
        byte[] large = new byte[2000];
        hub.stand.send(new Content(
                "<gross/>".getBytes(UTF_8),
                List.of(new Part("Plan.pdf", "application/pdf", () -> new ByteArrayInputStream(large)))));
        hub.stand.send(OsciStand.content("<gut/>"));
        await().atMost(PATIENCE).until(() -> hub.stand.post.received().size() == 2);
        assertThat(taken).extracting(Taken::unreadable).containsExactly("too-large", "");
        assertThat(taken.get(0).files()).singleElement().satisfies(original -> assertThat(
                        hub.vault.open(original.sha256()).readAllBytes())
                .hasSizeGreaterThan(large.length)
                .asString(UTF_8)
                .contains("EncryptedData"));
    }

    @Test
    void intermediaryThatWasAwayIsAskedAgain() throws Exception {
        hub.stand.post.fault(new Fault.Down());
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(taken::isEmpty);
        hub.stand.post.fault(new Fault.None());
        hub.stand.send(OsciStand.content("<eins/>"));
        await().atMost(PATIENCE).until(() -> hub.stand.post.received().size() == 1);
        assertThat(taken).hasSize(1);
    }
}
