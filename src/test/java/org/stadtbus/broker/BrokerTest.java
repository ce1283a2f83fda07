package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.vault.FileVault;

/** The transactions of the broker, on a real Artemis with its file journal. */
class BrokerTest {
    @TempDir
    Path folder;

    private EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private Broker broker;

    @BeforeEach
    void start() throws Exception {
        startServer();
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        server.stop();
    }

    @Test
    void acceptedMessageSurvivesARestartOfTheBroker() throws Exception {
        broker.send(new Outbox().send(to("a", "1")));
        stop();
        startServer();

        assertThat(taken("a", 1)).containsExactly("1");
    }

    @Test
    void secondSendWithTheSameKeyIsRecognisedAfterARestart() throws Exception {
        assertThat(broker.send(new Outbox().send(to("a", "1")))).isTrue();
        stop();
        startServer();

        assertThat(broker.send(new Outbox().send(to("a", "1")))).isFalse();
        assertThat(taken("a", 1)).containsExactly("1");
    }

    @Test
    void failedHopSendsNothingAndKeepsItsMessage() {
        AtomicInteger attempts = new AtomicInteger();
        List<String> arrived = new CopyOnWriteArrayList<>();
        broker.send(new Outbox().send(to("a", "1")));

        try (var ignored = broker.consume("b", 1, r -> collect(arrived, r));
                var hop = broker.consume("a", 1, r -> {
                    attempts.set(r.attempt());
                    if (r.attempt() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    return new Outbox().send(to("b", text(r)));
                })) {
            await().until(() -> !arrived.isEmpty());
        }

        assertThat(attempts).hasValue(3);
        assertThat(arrived).containsExactly("1");
    }

    @Test
    void hopDoneBeforeIsConsumedAloneAndSendsNothingTwice() {
        List<String> arrived = new CopyOnWriteArrayList<>();
        broker.send(new Outbox().send(to("b", "1")));
        broker.send(new Outbox().send(to("a", "1")).send(to("a", "2")));

        try (var ignored = broker.consume("b", 1, r -> collect(arrived, r));
                var hop = broker.consume("a", 1, r -> new Outbox().send(to("b", text(r))))) {
            await().until(() -> arrived.size() == 2);
            await().until(() -> messages("a") == 0);
        }

        assertThat(arrived).containsExactly("1", "2");
    }

    @Test
    void payloadAboveTheClaimCheckLimitTravelsThroughTheVault() {
        String large = "ä".repeat(WireFormat.CLAIM_CHECK_BYTES);
        broker.send(new Outbox().send(to("a", large)));

        assertThat(taken("a", 1)).containsExactly(large);
    }

    @Test
    void messageNobodyCanReadIsPutAsideAndHoldsUpNoOther() throws Exception {
        try (var connection = new ActiveMQConnectionFactory("vm://0").createConnection();
                var session = connection.createSession()) {
            var unreadable = session.createBytesMessage();
            unreadable.setStringProperty("envelope", "{");
            session.createProducer(session.createQueue("a")).send(unreadable);
        }
        broker.send(new Outbox().send(to("a", "2")));

        assertThat(taken("a", 1)).containsExactly("2");
        assertThat(messages(Queues.UNREADABLE)).isEqualTo(1);
    }

    private List<String> taken(String queue, int count) {
        List<String> taken = new CopyOnWriteArrayList<>();
        try (var consumer = broker.consume(queue, 1, r -> collect(taken, r))) {
            await().until(() -> taken.size() == count);
        }
        return taken;
    }

    private long messages(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    private static Outbox collect(List<String> into, Received received) {
        into.add(text(received));
        return new Outbox();
    }

    private static String text(Received received) {
        return new String(received.message().payload(), StandardCharsets.UTF_8);
    }

    private static Outgoing to(String queue, String text) {
        Envelope envelope = new Envelope(
                text, "journey", "", "", "", "", "", "", null, null, Instant.EPOCH, false, false, List.of());
        return new Outgoing(queue, new Message(envelope, text.getBytes(StandardCharsets.UTF_8)), text, "");
    }

    private void startServer() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setLargeMessagesDirectory(folder + "/large")
                .setPagingDirectory(folder + "/paging")
                .addAcceptorConfiguration("vm", "vm://0")
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setAutoDeleteQueues(false));
        server = new EmbeddedActiveMQ().setConfiguration(configuration);
        server.start();
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://0");
        factory.setConsumerWindowSize(0);
        var connection = factory.createConnection();
        connection.start();
        broker = new Broker(
                connection,
                new FileVault(folder.resolve("vault"), folder.resolve("keys/vault.json")),
                new JournalCodec());
    }
}
