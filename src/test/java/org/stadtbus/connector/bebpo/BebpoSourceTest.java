package org.stadtbus.connector.bebpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises who gets post from the justice, against the sandbox's EGVP-Enterprise. */
class BebpoSourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MESSAGE = "attachments/xjustiz_nachricht.xml";

    private record Taken(String text, String key, List<Attachment> files) {}

    @TempDir
    Path folder;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean hubIsWell = true;
    private BebpoStand stand;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        stand = new BebpoStand(folder);
        camel = Kamelets.context("bebpo/bebpo-source.kamelet.yaml");
        camel.addComponent("bebpo", stand.component());
        Map<String, String> properties = stand.properties();
        properties.put("delay", "100");
        properties.put("maxSize", "1000000");
        properties.put("procedure", BebpoStand.PROCEDURE);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("bebpo-source/eingang", properties))
                        .errorHandler(noErrorHandler())
                        .process(BebpoSourceTest.this::take);
            }
        });
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        stand.close();
    }

    private void take(Exchange exchange) {
        attempts.incrementAndGet();
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            throw unreadable;
        }
        if (!hubIsWell) {
            throw HubException.temporary("voll", "Voll.", new IllegalStateException());
        }
        taken.add(new Taken(
                exchange.getIn().getBody(String.class),
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class))));
    }

    private void put(String id, String text, String... files) throws Exception {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(MESSAGE, text);
        for (String file : files) {
            entries.put("attachments/" + file, "Inhalt von " + file);
        }
        stand.office.put(id, BebpoStand.packed(entries));
    }

    @Test
    void messageLeavesTheMailboxOnlyWhenTheHubHasIt() throws Exception {
        hubIsWell = false;
        put("osci-1", "<n/>", "Beschluss.pdf");
        await().atMost(PATIENCE).until(() -> attempts.get() > 1);
        assertThat(stand.office.box()).containsExactly("osci-1");
        hubIsWell = true;
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        assertThat(taken).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("<n/>");
            assertThat(mail.key()).isEqualTo("osci-1");
            assertThat(mail.files()).singleElement().satisfies(file -> {
                assertThat(file.filename()).isEqualTo("Beschluss.pdf");
                assertThat(file.contentType()).isEqualTo("application/pdf");
                assertThat(stand.vault.open(file.sha256()))
                        .hasBinaryContent("Inhalt von Beschluss.pdf".getBytes(StandardCharsets.UTF_8));
            });
        });
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.MALFORMED)
    void refusedMessageIsReadOnceStaysAndKeepsNoneBehindIt() throws Exception {
        stand.office.put("osci-1", "kein ZIP".getBytes(StandardCharsets.UTF_8));
        put("osci-2", "<zwei/>");
        await().atMost(PATIENCE).until(() -> stand.office.box().equals(List.of("osci-1")));
        put("osci-3", "<drei/>");
        await().atMost(PATIENCE).until(() -> stand.office.box().equals(List.of("osci-1")) && taken.size() == 2);
        assertThat(taken).extracting(Taken::text).containsExactly("<zwei/>", "<drei/>");
        assertThat(refused).containsExactly("bebpo-unreadable");
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.OVERSIZED)
    void zipThatUnpacksToMoreThanAllowedIsRefused() throws Exception {
        stand.office.put("osci-1", BebpoStand.packed(Map.of("groß.pdf", "0".repeat(2_000_000))));
        await().atMost(PATIENCE).until(() -> !refused.isEmpty());
        assertThat(refused).containsExactly("too-large");
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.OVERSIZED)
    void messageWithMorePackedBesideItsFilesThanAllowedIsRefusedStaysAndKeepsNoneBehindIt() throws Exception {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            entries.put("x".repeat(50_000) + i + "/", "");
        }
        entries.put("Brief.pdf", "Inhalt");
        stand.office.put("osci-1", BebpoStand.packed(entries));
        put("osci-2", "<zwei/>");
        await().atMost(PATIENCE).until(() -> !taken.isEmpty());
        assertThat(taken).extracting(Taken::text).containsExactly("<zwei/>");
        assertThat(refused).containsExactly("too-large");
        assertThat(stand.office.box()).contains("osci-1");
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.WRONGLY_ENCRYPTED)
    void zipWithAPasswordIsRefusedAndStays() throws Exception {
        byte[] locked = BebpoStand.packed(Map.of("Brief.pdf", "Inhalt"));
        locked[6] |= 1; // APPNOTE.TXT 4.4.4, bit 0: encrypted
        stand.office.put("osci-1", locked);
        await().atMost(PATIENCE).until(() -> !refused.isEmpty());
        assertThat(refused).containsExactly("bebpo-unreadable");
        assertThat(stand.office.box()).containsExactly("osci-1");
        assertThat(taken).isEmpty();
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.REPLAYED)
    void messageThatIsInTheMailboxAgainComesAsTheSame() throws Exception {
        put("osci-1", "<n/>", "Beschluss.pdf");
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        put("osci-1", "<n/>", "Beschluss.pdf");
        await().atMost(PATIENCE)
                .until(() -> taken.size() == 2 && stand.office.box().isEmpty());
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
    }

    @Test
    void filesWithoutXjustizMessageAreTakenToo() throws Exception {
        stand.office.put("osci-1", BebpoStand.packed(Map.of("Brief.pdf", "Inhalt")));
        await().atMost(PATIENCE).until(() -> !taken.isEmpty());
        assertThat(taken.get(0).text()).isEmpty();
        assertThat(taken.get(0).files()).extracting(Attachment::filename).containsExactly("Brief.pdf");
    }

    @Test
    void lostConfirmationBringsTheSameMessageAgainUntilItIsHeard() throws Exception {
        stand.office.fault(new Fault.HangUp());
        put("osci-1", "<n/>");
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        stand.office.fault(new Fault.None());
        put("osci-2", "<m/>");
        await().atMost(PATIENCE).until(() -> stand.office.box().isEmpty());
        assertThat(taken).extracting(Taken::key).containsExactly("osci-1", "osci-2");
    }
}
