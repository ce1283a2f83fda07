package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.testkit.ArtemisServer;

/** The hub on an Artemis that runs by itself. */
class ExternalBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String IN = Queues.intake("x");
    private static final String OUT = Queues.delivery("y");

    @TempDir
    Path folder;

    @Test
    void brokerKilledAndStartedAgainIsUsedAgainWithoutARestartOfTheHub() throws Exception {
        try (ArtemisServer server = ArtemisServer.single(folder.resolve("artemis"));
                HubNode node = HubNode.at(server.url(), folder)) {
            Broker broker = node.broker();
            List<String> arrived = new CopyOnWriteArrayList<>();
            try (var ignored = broker.consume(OUT, 2, r -> collect(arrived, r));
                    var hop = broker.consume(IN, 2, r -> new Outbox().send(Texts.to(OUT, Texts.of(r))))) {
                broker.send(new Outbox().send(Texts.to(IN, "1")));
                await().atMost(PATIENCE).until(() -> arrived.contains("1"));

                server.kill();
                assertThatThrownBy(() -> broker.send(new Outbox().send(Texts.to(IN, "2"))))
                        .isInstanceOf(HubException.class)
                        .extracting("problemCode")
                        .isEqualTo("broker-unavailable");
                server.start();

                await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                    broker.send(new Outbox().send(Texts.to(IN, "2")));
                    return true;
                });
                await().atMost(PATIENCE).until(() -> arrived.contains("2"));
                await().atMost(PATIENCE)
                        .until(() -> new Backlog(node.link()).waiting().isEmpty());
                assertThat(arrived).containsOnly("1", "2");
            }
        }
    }

    @Test
    void brokerThatForgetsWhatItHasIsRefusedWithASentence() throws Exception {
        try (ArtemisServer server =
                ArtemisServer.single(folder.resolve("artemis"), "<persist-id-cache>false</persist-id-cache>")) {
            assertThatThrownBy(() -> HubNode.at(server.url(), folder))
                    .isInstanceOf(HubException.class)
                    .hasMessageContaining("persist-id-cache")
                    .extracting("kind")
                    .isEqualTo(FailureKind.PERMANENT);
        }
    }

    @Test
    void accountOfTheShippedSettingsMayUseTheHubsQueuesAndMakeNoOthers() throws Exception {
        List<String> queues = List.of(
                IN,
                OUT,
                Queues.JOURNAL,
                Queues.answers("y"),
                Queues.clearing("amt"),
                Queues.UNREADABLE,
                Queues.mailbox("y"),
                Queues.EXPIRED,
                Queues.PROOFS,
                Queues.ORDERS,
                Queues.lease("polling"),
                Queues.notes("osci-y"),
                Queues.bookmark("y"));
        try (ArtemisServer server = ArtemisServer.single(folder.resolve("artemis"));
                HubNode node = HubNode.at(server.url(), folder);
                Connection connection = node.connections().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String name : queues) {
                Queue queue = session.createQueue(name);
                session.createProducer(queue).send(session.createMessage());
                assertThat(session.createBrowser(queue).getEnumeration().hasMoreElements())
                        .isTrue();
                assertThat(session.createConsumer(queue).receive(PATIENCE.toMillis()))
                        .isNotNull();
            }
            Queue others = session.createQueue("fremd");
            assertThatThrownBy(() -> session.createProducer(others)).isInstanceOf(JMSSecurityException.class);
        }
    }

    private static Outbox collect(List<String> into, Received received) {
        into.add(Texts.of(received));
        return new Outbox();
    }
}
