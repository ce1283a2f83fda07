package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** Documents that a clerk has marked for the hub. */
@SuppressWarnings("NullAway.Init")
class EnaioSourceTest extends EakteTest {
    private static final int PLAN = 1;

    private record Taken(String key, String metadata, List<Attachment> files) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile boolean hubIsWell = true;
    private volatile boolean hubRefuses;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        camel = Kamelets.context("enaio/enaio-source.kamelet.yaml");
        camel.getRegistry().bind("enaio-component", new EnaioComponent(vault));
        Map<String, String> properties = Map.of(
                "url",
                door.uri().toString(),
                "username",
                USER,
                "password",
                PASSWORD,
                "procedure",
                "eakte",
                "maxAttachment",
                "1KB",
                "delay",
                "50");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("enaio-source/eakte", properties))
                        .errorHandler(noErrorHandler())
                        .process(EnaioSourceTest.this::takeIn);
            }
        });
        filing.file(applications.application("bau", "Plan"));
    }

    @AfterEach
    void end() {
        camel.stop();
    }

    private void takeIn(Exchange exchange) {
        if (!hubIsWell) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            throw unreadable;
        }
        if (hubRefuses) {
            throw HubException.rejected("unknown", "Das Schriftstück gehört zu keinem Vorgang.");
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                exchange.getIn().getBody(String.class),
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class))));
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.REPLAYED)
    void markedDocumentIsTakenOnceWithFieldsAndFile() throws Exception {
        mark(PLAN);
        camel.start();

        await().untilAsserted(() -> assertThat(mark()).isEqualTo("abgeholt"));
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).key()).isEqualTo("3");
        assertThat(Json.read(taken.get(0).metadata()).path("StadtbusVorgang").asText())
                .isEqualTo(Applications.journey("bau"));
        assertThat(taken.get(0).files())
                .extracting(Attachment::filename, Attachment::contentType, Attachment::sha256)
                .containsExactly(tuple(
                        "Lageplan Größe a1.pdf",
                        "application/pdf",
                        Ids.sha256("Plan".getBytes(StandardCharsets.UTF_8))));
        assertThat(vault.open(taken.get(0).files().get(0).sha256())).hasContent("Plan");
    }

    @Test
    void markStaysUntilTheHubHasTheDocument() throws Exception {
        hubIsWell = false;
        mark(PLAN);
        camel.start();
        int before = door.requests();
        await().until(() -> door.requests() > before + 6);
        assertThat(mark()).isEqualTo("ja");

        hubIsWell = true;
        await().untilAsserted(() -> assertThat(mark()).isEqualTo("abgeholt"));
        assertThat(taken).hasSize(1);
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.REPLAYED)
    void lostAnswerToTheMarkBringsTheSameMessageAgainAtMost() throws Exception {
        mark(PLAN);
        door.answerAt(door.requests() + 4, Answer.of(503));
        door.answerAt(door.requests() + 2, Answer.of(503));
        camel.start();

        await().untilAsserted(() -> assertThat(mark()).isEqualTo("abgeholt"));
        assertThat(taken.stream().distinct()).hasSize(1);
    }

    @Test
    void whatTheHubRefusesIsMarkedSoAndDoesNotKeepTheOthers() throws Exception {
        hubRefuses = true;
        mark(PLAN);
        camel.start();

        await().untilAsserted(() -> assertThat(mark()).isEqualTo("abgelehnt"));
        assertThat(taken).isEmpty();
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.OVERSIZED)
    void fileThatIsTooLargeIsRefused() throws Exception {
        Map<String, String> fields = new HashMap<>();
        fields.put("system:objectTypeId", "Schriftstueck");
        fields.put("system:parentId", "1");
        fields.put("Ausgang", "ja");
        Content large =
                new Content("groß.pdf", "application/pdf", 1025, "", () -> new ByteArrayInputStream(new byte[1025]));
        client().create(fields, large);
        camel.start();

        await().untilAsserted(
                        () -> assertThat(enaio.documents().get(2).indexData()).containsEntry("Ausgang", "abgelehnt"));
    }

    @Test
    void eakteThatWasDownIsAskedAgain() throws Exception {
        mark(PLAN);
        enaio.server().fault(new Fault.Error(503));
        camel.start();
        int before = door.requests();
        await().until(() -> door.requests() > before + 2);
        assertThat(taken).isEmpty();

        enaio.server().fault(new Fault.None());
        await().untilAsserted(() -> assertThat(mark()).isEqualTo("abgeholt"));
    }

    @Test
    void fileThatStopsHalfWayIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        Answer half = new Answer(200, "application/pdf", 1000, out -> {
            out.write(new byte[500]);
            out.flush();
            waitFor(end);
        });
        EnaioHttp hasty = new EnaioHttp(settings(door.uri(), PASSWORD, Duration.ofMillis(700)));
        Downloads downloads = new Downloads(new EnaioClient(hasty), hasty, vault, "eakte", 1024);
        door.answerAt(door.requests() + 2, half);

        assertFails(() -> downloads.fetch("3"), FailureKind.TRANSIENT, "enaio-unreachable");
        end.countDown();
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void mark(int document) {
        client().change(enaio.documents().get(document).id(), Map.of("Ausgang", "ja"));
    }

    private String mark() {
        return enaio.documents().get(PLAN).indexData().getOrDefault("Ausgang", "");
    }
}
