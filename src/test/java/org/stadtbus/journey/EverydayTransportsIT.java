package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.sandbox.soap.Call;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.RunningHub;

/** In one running hub the everyday transports hand on each good message once; a bad one becomes visible and holds up none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverydayTransportsIT {
    private static final String BAD = "<m:Meldung xmlns:m='urn:hersteller:meldung'><m:Kennzeichen>";

    private static final int LARGEST = 1_500_000;

    private EverydayPeers peers;
    private RunningHub hub;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        peers = new EverydayPeers(folder.resolve("gegenstellen"));
        Map<String, String> settings = peers.hubSettings();
        settings.put("stadtbus.intake.max-answer", LARGEST + "B");
        hub = RunningHub.start(folder, settings, "sandbox");
        outcomes = new Outcomes(hub);
    }

    @AfterAll
    void stop() throws Exception {
        if (hub != null) {
            hub.close();
        }
        peers.close();
    }

    private static String good(String id) {
        return "<m:Meldung xmlns:m='urn:hersteller:meldung'><m:Kennzeichen>" + id + "</m:Kennzeichen></m:Meldung>";
    }

    private void refused(String reference) {
        until(() -> assertThat(outcomes.search(reference))
                .extracting(Journey::state)
                .containsExactly(JourneyState.REJECTED));
        outcomes.nothingHandedOver(outcomes.search(reference).get(0).journeyId());
    }

    @Test
    @Refuses(
            connector = "jms",
            value = {BadInput.MALFORMED, BadInput.REPLAYED})
    void whatLiesInAQueueIsWrittenIntoATable() throws Exception {
        peers.queues.text("jms-1", good("jms-1"));
        peers.queues.text("jms-kaputt", BAD);
        peers.queues.bytes("jms-1", good("jms-1"));
        peers.queues.text("jms-2", good("jms-2"));
        until(() -> assertThat(peers.written()).containsExactly("jms-1", "jms-2"));
        refused("jms-kaputt");
        until(() -> assertThat(peers.queues.unread()).isZero());
        assertThat(peers.written()).containsExactly("jms-1", "jms-2");
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.OVERSIZED)
    @Refuses(connector = "mqtt", value = BadInput.OVERSIZED)
    @Refuses(connector = "http", value = BadInput.OVERSIZED)
    void whatIsTooLargeIsRefusedKeptAndGone() throws Exception {
        String oversized = good("ü".repeat(LARGEST));
        peers.queues.bytes("jms-riesig", oversized);
        peers.mqtt.publish("mqtt-riesig", oversized);
        peers.outbox.put("http-riesig", oversized);
        for (String reference : List.of("jms-riesig", "mqtt-riesig", peers.outbox.uri() + "/ausgang/http-riesig")) {
            refused(reference);
            assertThat(outcomes.original(outcomes.only(reference).journeyId())).isEqualTo(oversized);
        }
        until(() -> assertThat(peers.queues.unread()).isZero());
        until(() -> assertThat(peers.outbox.isEmpty()).isTrue());
    }

    @Test
    @Refuses(
            connector = "soap",
            value = {BadInput.REPLAYED, BadInput.WRONGLY_SIGNED})
    void whatAWebServiceOfTheHubIsToldLiesInAFolder() throws Exception {
        assertThat(peers.caller
                        .withPassword("falsch")
                        .call("ruf-0", good("ruf-0"))
                        .body())
                .contains("FailedAuthentication");
        HttpResponse<String> first = peers.caller.call("ruf-1", good("ruf-1"));
        HttpResponse<String> again = peers.caller.call("ruf-1", good("ruf-1"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(number(again)).isEqualTo(number(first));
        assertThat(peers.caller.call("ruf-2", good("ruf-2")).statusCode()).isEqualTo(200);
        until(() -> assertThat(files(peers.inbox))
                .satisfiesExactly(one -> assertThat(one).contains(">ruf-1<"), two -> assertThat(two)
                        .contains(">ruf-2<")));
        outcomes.state(outcomes.only("ruf-1").journeyId(), JourneyState.FORWARDED);
    }

    private static String number(HttpResponse<String> answer) {
        return answer.body().replaceFirst("(?s).*Nummer>([^<]+)<.*", "$1");
    }

    @Test
    @Refuses(
            connector = "mqtt",
            value = {BadInput.MALFORMED, BadInput.REPLAYED})
    void whatIsPublishedLiesInAFolder() throws Exception {
        peers.mqtt.publish("mqtt-1", good("mqtt-1"));
        peers.mqtt.publish("mqtt-kaputt", BAD);
        peers.mqtt.publish("mqtt-1", good("mqtt-1"));
        peers.mqtt.publish("mqtt-2", good("mqtt-2"));
        until(() -> assertThat(files(peers.ftpsInbox)).containsExactly(good("mqtt-1"), good("mqtt-2")));
        refused("mqtt-kaputt");
        assertThat(files(peers.ftpsInbox)).hasSize(2);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !Objects.toString(file.getFileName()).startsWith("."))
                    .map(EverydayTransportsIT::text)
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceFirst("^<\\?xml.*?\\?>\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.MALFORMED)
    void whatStandsInAViewIsToldAWebService() {
        peers.decided("jdbc-1", good("jdbc-1"));
        peers.decided("jdbc-kaputt", BAD);
        peers.decided("jdbc-2", good("jdbc-2"));
        until(() -> assertThat(peers.soap.calls())
                .extracting(Call::document)
                .hasSize(2)
                .anyMatch(call -> call.contains("jdbc-1"))
                .anyMatch(call -> call.contains("jdbc-2")));
        refused("jdbc-kaputt");
        assertThat(peers.soap.calls()).hasSize(2);
    }

    @Test
    @Refuses(connector = "http", value = BadInput.MALFORMED)
    void whatIsFetchedIsPublishedAndLiesInAQueue() throws Exception {
        peers.outbox.put("http-1", good("http-1"));
        peers.outbox.put("http-2-kaputt", BAD);
        peers.outbox.put("http-3", good("http-3"));
        until(() -> assertThat(peers.mqtt.received()).containsExactlyInAnyOrder(good("http-1"), good("http-3")));
        until(() -> assertThat(peers.queues.waiting()).isEqualTo(2));
        refused(peers.outbox.uri() + "/ausgang/http-2-kaputt");
        until(() -> assertThat(peers.outbox.isEmpty()).isTrue());
        assertThat(peers.queues.first()).contains("http-");
    }
}
