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
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TWO_BEATS = Duration.ofSeconds(5);
    private static final int ROUNDS = 100;

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
        try (var hopOne = one.broker().consume(Queues.intake("x"), 2, TwoNodesIT::hop);
                var hopTwo = two.broker().consume(Queues.intake("x"), 2, TwoNodesIT::hop);
                var ignored = one.broker().consume(Queues.delivery("y"), 1, r -> {
                    onward.add(Texts.of(r));
                    return new Outbox();
                })) {
            assertThat(sendAtTheSameMoment())
                    .as("the broker alone let none of them in twice")
                    .isPositive();
            await().atMost(PATIENCE)
                    .until(() -> new Backlog(one.link()).waiting().isEmpty());
        }
        assertThat(onward).hasSize(ROUNDS).doesNotHaveDuplicates();
    }

    @Test
    void oneNodeHoldsTheLeaseAndTheOtherGetsItWhenTheFirstIsGone() throws Exception {
        try (BrokerLease first = BrokerLease.start(one.link(), "polling")) {
            await().atMost(PATIENCE).until(first::held);
            try (HubNode late = HubNode.at(server.url(), folder);
                    BrokerLease second = BrokerLease.start(late.link(), "polling")) {
                await().during(TWO_BEATS).atMost(PATIENCE).until(() -> first.held() && !second.held());
                first.close();
                assertThat(first.held()).isFalse();
                await().atMost(PATIENCE).until(second::held);
                assertThat(first.held()).isFalse();
            }
        }
    }

    @Test
    void nodeCutOffFromTheBrokerLosesTheLeaseByItself() throws Exception {
        try (BrokerLease lease = BrokerLease.start(one.link(), "polling")) {
            await().atMost(PATIENCE).until(lease::held);
            server.kill();
            await().atMost(PATIENCE).until(() -> !lease.held());
            server.start();
            await().atMost(PATIENCE).until(lease::held);
        }
    }

    /** How many of the keys the broker let in twice. */
    private int sendAtTheSameMoment() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(2);
        int both = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Outgoing same = Texts.to(Queues.intake("x"), "round " + round);
            int fresh = 0;
            List<Callable<Boolean>> calls = List.of(() -> one.broker().send(new Outbox().send(same)), () -> two.broker()
                    .send(new Outbox().send(same)));
            for (Future<Boolean> sent : senders.invokeAll(calls)) {
                fresh += sent.get() ? 1 : 0;
            }
            both += fresh == 2 ? 1 : 0;
        }
        senders.shutdown();
        return both;
    }

    private static Outbox hop(Received received) {
        return new Outbox().send(Texts.to(Queues.delivery("y"), Texts.of(received)));
    }
}
