package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalWire;

/** The transactions of the broker, on a real Artemis with its file journal. */
class BrokerTest {
    /** More than Artemis' shared pool has threads, on any machine. */
    private static final int HANGING = 8 * Runtime.getRuntime().availableProcessors() + 8;

    @TempDir
    Path folder;

    private TestBroker server;
    private Broker broker;

    @BeforeEach
    void start() throws Exception {
        server = TestBroker.start(folder);
        broker = server.broker();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void acceptedMessageSurvivesARestartOfTheBroker() throws Exception {
        broker.send(new Outbox().send(Texts.to("a", "1")));
        stop();
        start();

        assertThat(taken("a", 1)).containsExactly("1");
    }

    @Test
    void secondSendWithTheSameKeyIsRecognisedAfterARestart() throws Exception {
        assertThat(broker.send(new Outbox().send(Texts.to("a", "1")))).isTrue();
        stop();
        start();

        assertThat(broker.send(new Outbox().send(Texts.to("a", "1")))).isFalse();
        assertThat(taken("a", 1)).containsExactly("1");
    }

    @Test
    void aStepWithManyLargeEventsIsJournalled() throws Exception {
        JournalCodec codec = new JournalCodec();
        Outbox step = new Outbox();
        for (int i = 0; i < 6; i++) {
            step.journal(Texts.eventWithManyFiles(String.valueOf(i)));
        }
        broker.send(step.send(Texts.to("a", "1")));

        assertThat(taken("a", 1)).containsExactly("1");
        try (Session session = server.broker().session();
                MessageConsumer journal = session.createConsumer(session.createQueue(Queues.JOURNAL))) {
            List<String> events = new ArrayList<>();
            while (events.size() < 6) {
                JournalWire.events(Objects.requireNonNull(journal.receive(10_000), "not all events came")
                                .getStringProperty(JournalWire.EVENTS))
                        .forEach(event -> events.add(codec.read(event).eventId()));
            }
            assertThat(events).containsExactly("0", "1", "2", "3", "4", "5");
        }
    }

    @Test
    void aSendWithoutAQueueFailsAllThatWasSentWithIt() throws Exception {
        server.keepAway("nowhere");

        assertThatThrownBy(() -> broker.send(new Outbox()
                        .send(Texts.to("a", "1"))
                        .send(Texts.to("nowhere", "2"))
                        .send(Texts.to("a", "3"))))
                .isInstanceOf(HubException.class);

        broker.send(new Outbox().send(Texts.to("a", "4")));
        assertThat(taken("a", 1)).containsExactly("4");
        assertThat(server.waiting("a")).isZero();
    }

    @Test
    void aSendToAFullQueueFailsAllThatWasSentWithIt() throws Exception {
        broker.send(new Outbox().send(Texts.to("full", "0")));
        server.close("full");

        assertThatThrownBy(
                        () -> broker.send(new Outbox().send(Texts.to("a", "1")).send(Texts.to("full", "2"))))
                .isInstanceOf(HubException.class);

        assertThat(server.waiting("a")).isZero();
        server.assertWaiting("full", 1);
    }

    @Test
    void failedHopSendsNothingAndKeepsItsMessage() {
        AtomicInteger attempts = new AtomicInteger();
        List<String> arrived = new CopyOnWriteArrayList<>();
        broker.send(new Outbox().send(Texts.to("a", "1")));

        try (var ignored = broker.consume("b", 1, r -> collect(arrived, r));
                var hop = broker.consume("a", 1, r -> {
                    attempts.set(r.attempt());
                    if (r.attempt() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    return new Outbox().send(Texts.to("b", Texts.of(r)));
                })) {
            await().until(() -> !arrived.isEmpty());
        }

        assertThat(attempts).hasValue(3);
        assertThat(arrived).containsExactly("1");
    }

    @Test
    void hopDoneBeforeIsConsumedAloneAndSendsNothingTwice() {
        List<String> arrived = new CopyOnWriteArrayList<>();
        broker.send(new Outbox().send(Texts.to("b", "1")));
        broker.send(new Outbox().send(Texts.to("a", "1")).send(Texts.to("a", "2")));

        try (var ignored = broker.consume("b", 1, r -> collect(arrived, r));
                var hop = broker.consume("a", 1, r -> new Outbox().send(Texts.to("b", Texts.of(r))))) {
            await().until(() -> arrived.size() == 2);
            await().until(() -> messages("a") == 0);
        }

        assertThat(arrived).containsExactly("1", "2");
    }

    @Test
    void payloadAboveTheClaimCheckLimitTravelsThroughTheVault() {
        String large = "ä".repeat(WireFormat.CLAIM_CHECK_BYTES);
        broker.send(new Outbox().send(Texts.to("a", large)));

        assertThat(taken("a", 1)).containsExactly(large);
    }

    @Test
    void messageNobodyCanReadIsPutAsideAndHoldsUpNoOther() throws Exception {
        try (var connection = server.connections().createConnection();
                var session = connection.createSession()) {
            var unreadable = session.createBytesMessage();
            unreadable.setStringProperty("envelope", "{");
            var foreign = session.createTextMessage("from somewhere else");
            var producer = session.createProducer(session.createQueue("a"));
            producer.send(unreadable);
            producer.send(foreign);
        }
        broker.send(new Outbox().send(Texts.to("a", "2")));

        assertThat(taken("a", 1)).containsExactly("2");
        assertThat(messages(Queues.UNREADABLE)).isEqualTo(2);
    }

    @Test
    void messageOfACrashedHandlerIsNotConsumedByTheNextCommit() {
        List<String> arrived = new CopyOnWriteArrayList<>();
        AtomicInteger crashes = new AtomicInteger();
        broker.send(new Outbox().send(Texts.to("a", "1")).send(Texts.to("a", "2")));

        try (var ignored = broker.consume("a", 1, r -> {
            if (Texts.of(r).equals("1") && crashes.incrementAndGet() < 3) {
                throw new StackOverflowError();
            }
            return collect(arrived, r);
        })) {
            await().until(() -> arrived.size() == 2);
        }

        assertThat(arrived).containsExactly("2", "1");
        assertThat(messages("a")).isZero();
    }

    @Test
    void messageSentByManyAtTheSameMomentIsTakenOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        int rounds = 60;
        for (int round = 0; round < rounds; round++) {
            Outgoing same = Texts.to("a", "round " + round);
            senders.invokeAll(Collections.nCopies(8, () -> broker.send(new Outbox().send(same))));
        }
        senders.shutdown();

        await().until(() -> messages("a") == rounds);
    }

    @Test
    void messageNamedTwiceInOneOutboxLeavesOnce() {
        broker.send(
                new Outbox().send(Texts.to("a", "1")).send(Texts.to("a", "1")).send(Texts.to("b", "1")));

        // what was committed appears on its queue a moment later
        await().until(() -> messages("a") == 1 && messages("b") == 1);
    }

    @Test
    void anyNumberOfTargetsThatHangHoldUpNoOther() {
        CountDownLatch hang = new CountDownLatch(1);
        List<TransactedConsumer> hanging = new ArrayList<>();
        for (int i = 0; i < HANGING; i++) {
            broker.send(new Outbox().send(Texts.to("dead" + i, "1")));
            hanging.add(broker.consume("dead" + i, 1, r -> {
                hang.await();
                return new Outbox();
            }));
        }
        broker.send(new Outbox().send(Texts.to("a", "1")));

        try {
            assertThat(taken("a", 1)).containsExactly("1");
        } finally {
            hang.countDown();
            hanging.forEach(TransactedConsumer::close);
        }
    }

    @Test
    void journalKeepsItsOrderWhenABatchIsRolledBack() throws Exception {
        for (int i = 0; i < 6; i++) {
            broker.send(new Outbox().send(Texts.to(Queues.JOURNAL, String.valueOf(i))));
        }
        try (var connection = server.connections().createConnection()) {
            connection.start();
            try (var failing = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                var consumer = failing.createConsumer(failing.createQueue(Queues.JOURNAL));
                for (int i = 0; i < 3; i++) {
                    assertThat(consumer.receive(5000)).isNotNull();
                }
            }
        }

        assertThat(taken(Queues.JOURNAL, 6)).containsExactly("0", "1", "2", "3", "4", "5");
    }

    private List<String> taken(String queue, int count) {
        List<String> taken = new CopyOnWriteArrayList<>();
        try (var consumer = broker.consume(queue, 1, r -> collect(taken, r))) {
            await().until(() -> taken.size() == count);
        }
        return taken;
    }

    private long messages(String queue) {
        return server.waiting(queue);
    }

    private static Outbox collect(List<String> into, Received received) {
        into.add(Texts.of(received));
        return new Outbox();
    }
}
