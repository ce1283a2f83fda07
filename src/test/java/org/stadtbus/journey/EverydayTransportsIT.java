package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.sandbox.soap.Call;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.RunningHub;

/** In one running hub the everyday transports hand on each good message once; a bad one becomes visible and holds up none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverydayTransportsIT {
    private static final String BAD = "<m:Meldung xmlns:m='urn:hersteller:meldung'><m:Kennzeichen>";

    private EverydayPeers peers;
    private RunningHub hub;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        peers = new EverydayPeers(folder.resolve("gegenstellen"));
        hub = RunningHub.start(folder, peers.hubSettings(), "sandbox");
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
        send("jms-1", good("jms-1"));
        send("jms-kaputt", BAD);
        send("jms-1", good("jms-1"));
        send("jms-2", good("jms-2"));
        until(() -> assertThat(peers.written()).containsExactly("jms-1", "jms-2"));
        refused("jms-kaputt");
        until(() -> assertThat(peers.broker.waiting("kfz.antworten")).isZero());
        assertThat(peers.written()).containsExactly("jms-1", "jms-2");
    }

    private void send(String reference, String text) throws JMSException {
        try (JMSContext peer = jms()) {
            TextMessage message = peer.createTextMessage(text);
            message.setJMSCorrelationID(reference);
            peer.createProducer().send(peer.createQueue("kfz.antworten"), message);
        }
    }

    private JMSContext jms() {
        return new ActiveMQConnectionFactory(peers.broker.jmsUrl(), ForeignBroker.USER, EverydayPeers.PASSWORD)
                .createContext();
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
        until(() -> assertThat(files()).containsExactly(good("mqtt-1"), good("mqtt-2")));
        refused("mqtt-kaputt");
        assertThat(files()).hasSize(2);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(peers.ftpsInbox)) {
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
        until(() -> assertThat(peers.broker.waiting("kfz.eingang")).isEqualTo(2));
        refused(peers.outbox.uri() + "/ausgang/http-2-kaputt");
        assertThat(peers.outbox.isEmpty()).isTrue();
        try (JMSContext peer = jms()) {
            Message first = peer.createConsumer(peer.createQueue("kfz.eingang")).receive(5000);
            assertThat(((TextMessage) first).getText()).contains("http-");
        }
    }
}
