package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

    @TempDir
    Path folder;

    @Test
    void brokerKilledAndStartedAgainIsUsedAgainWithoutARestartOfTheHub() throws Exception {
        try (ArtemisServer server = ArtemisServer.single(folder.resolve("artemis"));
                HubNode node = HubNode.at(server.url(), folder)) {
            Broker broker = node.broker();
            List<String> arrived = new CopyOnWriteArrayList<>();
            try (var ignored = broker.consume("b", 2, r -> collect(arrived, r));
                    var hop = broker.consume("a", 2, r -> new Outbox().send(Texts.to("b", Texts.of(r))))) {
                broker.send(new Outbox().send(Texts.to("a", "1")));
                await().atMost(PATIENCE).until(() -> arrived.contains("1"));

                server.kill();
                assertThatThrownBy(() -> broker.send(new Outbox().send(Texts.to("a", "2"))))
                        .isInstanceOf(HubException.class)
                        .extracting("problemCode")
                        .isEqualTo("broker-unavailable");
                server.start();

                await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                    broker.send(new Outbox().send(Texts.to("a", "2")));
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

    private static Outbox collect(List<String> into, Received received) {
        into.add(Texts.of(received));
        return new Outbox();
    }
}
