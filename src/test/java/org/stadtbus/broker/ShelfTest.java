package org.stadtbus.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Shelf.Label;
import org.stadtbus.broker.Shelf.Outcome;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/** Messages that wait for a person, on a real Artemis with its file journal. */
class ShelfTest {
    private static final String SHELF = Queues.clearing("amt");
    private static final String TARGET = "ziel";

    @TempDir
    Path folder;

    private TestBroker server;

    @BeforeEach
    void start() throws Exception {
        server = TestBroker.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void messageOfTheCaseIsTakenAndNoOther() {
        shelve("a", 0, "A");
        shelve("b", 0, "B");
        shelve("c", 0, "C");

        assertThat(take("b", 0, ShelfTest::nothing)).isEqualTo(Outcome.DONE);

        assertThat(text("a", 0)).isEqualTo("A");
        assertThat(text("c", 0)).isEqualTo("C");
        assertThat(server.waiting(SHELF)).isZero();
    }

    @Test
    void whoDecidesAboutAnOldVersionFindsNothing() {
        shelve("a", 7, "A");

        assertThat(take("a", 6, ShelfTest::nothing)).isEqualTo(Outcome.NOT_THERE);
        server.assertWaiting(SHELF, 1);
    }

    @Test
    void ofTwoWhoDecideAtTheSameTimeTheSecondFindsNothing() {
        shelve("a", 0, "A");
        AtomicReference<Outcome> second = new AtomicReference<>();

        Outcome first = take("a", 0, taken -> {
            second.set(take("a", 0, ShelfTest::nothing));
            return new Outbox();
        });

        assertThat(first).isEqualTo(Outcome.DONE);
        assertThat(second).hasValue(Outcome.NOT_THERE);
    }

    @Test
    void decisionThatFailsLeavesTheMessageAndSendsNothing() {
        shelve("a", 0, "A");

        assertThatThrownBy(() -> take("a", 0, taken -> {
                    throw HubException.rejected("no", "Nein.");
                }))
                .isInstanceOf(HubException.class);
        assertThatThrownBy(() -> take("a", 0, taken -> {
                    throw new OutOfMemoryError("pretended");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(text("a", 0)).isEqualTo("A");
    }

    @Test
    void replayUnderTheSameMessageIdIsDeliveredAgain() {
        Message message = Texts.message("1", "A");
        send(Outgoing.delivery(TARGET, message, true));
        assertThat(delivered(1)).containsExactly("A");
        shelve("a", 0, "A", message.envelope());

        Outcome outcome = take("a", 0, taken -> new Outbox()
                .send(Outgoing.delivery(
                        TARGET,
                        new Message(taken.envelope().replayed(), taken.message().payload()),
                        true)));

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(delivered(1)).containsExactly("A");
    }

    @Test
    void whatWasSentBeforeUnderItsKeyIsRefusedAndStays() {
        Message message = Texts.message("1", "A");
        send(Outgoing.delivery(TARGET, message, true));
        shelve("a", 0, "A", message.envelope());

        Outcome outcome = take("a", 0, taken -> new Outbox().send(Outgoing.delivery(TARGET, taken.message(), true)));

        assertThat(outcome).isEqualTo(Outcome.SENT_BEFORE);
        assertThat(text("a", 0)).isEqualTo("A");
    }

    @Test
    void caseIsFoundBehindMoreThanTheBrokerKeepsInMemory() {
        String large = "x".repeat(60_000);
        int others = 400;
        for (int i = 0; i < others; i++) {
            shelve("other-" + i, 0, "B", withReference(large));
        }
        shelve("a", 0, "A");

        assertThat(text("a", 0)).isEqualTo("A");
        assertThat(text("other-250", 0)).isEqualTo("B");
        server.assertWaiting(SHELF, others - 1L);
    }

    @Test
    void hubThatEndsBetweenTakingAndSendingLosesNothing() throws Exception {
        shelve("a", 0, "A");
        stop();

        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndsInTheMiddle.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(ended.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(ended.exitValue()).isEqualTo(EndsInTheMiddle.TAKEN);
        start();

        assertThat(text("a", 0)).isEqualTo("A");
        assertThat(server.waiting(Queues.delivery(TARGET))).isZero();
    }

    /** Takes the message, and is gone before its transaction ends. */
    static final class EndsInTheMiddle {
        static final int TAKEN = 42;

        private EndsInTheMiddle() {}

        public static void main(String[] arguments) throws Exception {
            TestBroker server = TestBroker.start(Path.of(arguments[0]));
            server.broker().shelf().take(SHELF, new Label("a", 0), taken -> {
                Runtime.getRuntime().halt(TAKEN);
                return new Outbox();
            });
            Runtime.getRuntime().halt(1);
        }
    }

    private void shelve(String id, long version, String text) {
        shelve(id, version, text, Texts.message(id, text).envelope());
    }

    private void shelve(String id, long version, String text, Envelope envelope) {
        send(Outgoing.shelved(SHELF, new Message(envelope, text.getBytes(UTF_8)), new Label(id, version)));
    }

    private void send(Outgoing outgoing) {
        assertThat(server.broker().send(new Outbox().send(outgoing))).isTrue();
    }

    private Outcome take(String id, long version, Shelf.Decision decision) {
        return server.broker().shelf().take(SHELF, new Label(id, version), decision);
    }

    private static Outbox nothing(Shelf.Taken taken) {
        return new Outbox();
    }

    /** Takes it for good. */
    private String text(String id, long version) {
        AtomicReference<String> text = new AtomicReference<>("");
        Function<Shelf.Taken, Outbox> read = taken -> {
            text.set(new String(taken.message().payload(), UTF_8));
            return new Outbox();
        };
        assertThat(take(id, version, read::apply)).isEqualTo(Outcome.DONE);
        return String.valueOf(text.get());
    }

    private List<String> delivered(int count) {
        List<String> arrived = new CopyOnWriteArrayList<>();
        try (var ignored = server.broker().consume(Queues.delivery(TARGET), 1, received -> {
            arrived.add(new String(received.message().payload(), UTF_8));
            return new Outbox();
        })) {
            await().atMost(Duration.ofSeconds(20)).until(() -> arrived.size() == count);
            await().atMost(Duration.ofSeconds(20)).until(() -> server.waiting(Queues.delivery(TARGET)) == 0);
        }
        return arrived;
    }

    private static Envelope withReference(String reference) {
        return Envelope.builder("1", "j", Instant.EPOCH)
                .service("99012018001000")
                .externalReference(reference)
                .build();
    }
}
