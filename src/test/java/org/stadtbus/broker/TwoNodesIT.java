package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.testkit.ArtemisServer;

/** Two hub nodes on one broker. */
class TwoNodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    private ArtemisServer server;
    private HubNode one;
    private HubNode two;

    @BeforeEach
    void start() {
        server = ArtemisServer.single(folder.resolve("artemis"));
        one = HubNode.at(server.url(), folder);
        two = HubNode.at(server.url(), folder);
    }

    @AfterEach
    void stop() throws Exception {
        one.close();
        two.close();
        server.close();
    }

    @Test
    void messageSentToTwoNodesAtTheSameMomentGoesOnOnce() throws Exception {
        List<String> onward = new CopyOnWriteArrayList<>();
        int both = sendAtTheSameMoment();
        System.out.println("BOTH " + both);
        try (var hopOne = one.broker().consume(Queues.intake("x"), 2, TwoNodesIT::hop);
                var hopTwo = two.broker().consume(Queues.intake("x"), 2, TwoNodesIT::hop);
                var ignored = one.broker().consume(Queues.delivery("y"), 1, r -> {
                    onward.add(Texts.of(r));
                    return new Outbox();
                })) {
            await().atMost(PATIENCE).until(() -> new Backlog(one.link()).waiting().isEmpty());
        }
        System.out.println("ONWARD " + onward.size() + " " + onward.stream().distinct().count());
        assertThat(onward).doesNotHaveDuplicates();
    }

    private int sendAtTheSameMoment() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(2);
        int both = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Outgoing same = Texts.to(Queues.intake("x"), "round " + round);
            int fresh = 0;
            List<Callable<Boolean>> calls = List.of(() -> one.broker().send(new Outbox().send(same)), () -> two.broker().send(new Outbox().send(same)));
            for (Future<Boolean> sent : senders.invokeAll(calls)) {
                fresh += sent.get() ? 1 : 0;
            }
            both += fresh == 2 ? 1 : 0;
        }
        senders.shutdown();
        one.broker().send(new Outbox().send(Texts.to(Queues.intake("x"), "end")));
        return both;
    }

    private static Outbox hop(Received received) {
        return new Outbox().send(Texts.to(Queues.delivery("y"), Texts.of(received)));
    }
}
