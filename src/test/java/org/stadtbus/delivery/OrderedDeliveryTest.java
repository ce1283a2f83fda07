package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.QueueReader.Waiting;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.envelope.Message;

/** The order of a journey's messages for one procedure, while one of them is tried again; on a real broker. */
class OrderedDeliveryTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> arrived = new CopyOnWriteArrayList<>();

    @Test
    void orderOfAJourneyHoldsThroughBackOff() throws Exception {
        Procedure procedure = Policy.ordered(3).of("register");
        AtomicInteger refusals = new AtomicInteger();
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, message -> {
            if (text(message).equals("a/1") && refusals.incrementAndGet() < 3) {
                throw new IOException("not yet");
            }
            return arrive(message);
        })) {
            stand.send(procedure, "a/1", "a/2", "b/1", "a/3", "b/2");
            await().atMost(LONG).until(() -> arrived.contains("b/2"));
            stand.send(procedure, "a/4", "a/5");
            await().atMost(LONG).until(() -> arrived.size() == 7);
        }
        assertThat(of("a")).containsExactly("a/1", "a/2", "a/3", "a/4", "a/5");
        assertThat(of("b")).containsExactly("b/1", "b/2");
        assertThat(arrived.indexOf("b/2")).isLessThan(arrived.indexOf("a/1"));
    }

    @Test
    void orderOfAJourneyHoldsThroughBackOffAndRestart() throws Exception {
        Duration pause = Duration.ofSeconds(2);
        Procedure procedure = Policy.ordered(3).retry(pause, 1, pause, 0).of("register");
        AtomicInteger refusals = new AtomicInteger();
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, message -> {
            refusals.incrementAndGet();
            throw new IOException("down");
        })) {
            stand.send(procedure, "a/1", "a/2", "a/3");
            await().atMost(LONG).until(() -> refusals.get() > 0 && postponed(stand, procedure) == 3);
        }
        try (DeliveryStand again = DeliveryStand.start(folder, procedure, this::arrive)) {
            again.send(procedure, "a/4", "b/1");
            await().atMost(LONG).until(() -> arrived.size() == 5);
        }
        assertThat(arrived).containsExactly("b/1", "a/1", "a/2", "a/3", "a/4");
    }

    @Test
    void withoutOrderNobodyWaitsForAnother() throws Exception {
        Duration pause = Duration.ofMinutes(10);
        Procedure procedure =
                Policy.ordered(2).unordered().retry(pause, 1, pause, 0).of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, message -> {
            if (text(message).equals("a/1")) {
                throw new IOException("down");
            }
            return arrive(message);
        })) {
            stand.send(procedure, "a/1", "a/2");
            await().atMost(LONG).until(() -> arrived.equals(List.of("a/2")));
        }
    }

    @Test
    void manyJourneysKeepTheirOrderWhileAttemptsFailAtRandom() throws Exception {
        Duration pause = Duration.ofMillis(20);
        Procedure procedure = Policy.ordered(4).retry(pause, 1, pause, 0).of("register");
        AtomicInteger attempts = new AtomicInteger();
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, message -> {
            if (attempts.incrementAndGet() % 3 == 0) {
                throw new IOException("now and then");
            }
            return arrive(message);
        })) {
            for (int i = 10; i < 30; i++) {
                for (String journey : List.of("a", "b", "c", "d", "e")) {
                    stand.send(procedure, journey + "/" + i);
                }
            }
            await().atMost(LONG).until(() -> arrived.size() == 100);
        }
        for (String journey : List.of("a", "b", "c", "d", "e")) {
            assertThat(of(journey)).hasSize(20).isSorted();
        }
    }

    @Test
    void predecessorThatLeftTheQueueUnseenHoldsNobodyUpForEver() {
        List<Waiting> queue = new ArrayList<>(List.of(new Waiting("a", 1, Instant.EPOCH.plusSeconds(5))));
        JourneyOrder order = new JourneyOrder(() -> List.copyOf(queue));
        Received second = new Received(DeliveryStand.message("a/2"), 1, "a", 2, Instant.EPOCH, "", 0);

        assertThat(order.waitsUntil(second, Instant.EPOCH)).contains(Instant.EPOCH.plusSeconds(5));
        queue.clear();
        assertThat(order.waitsUntil(second, Instant.EPOCH.plusSeconds(20))).isPresent();
        assertThat(order.waitsUntil(second, Instant.EPOCH.plusSeconds(36))).isEmpty();
    }

    @Test
    void predecessorThatIsLateButThereKeepsItsTurn() {
        List<Waiting> queue = List.of(new Waiting("a", 1, Instant.EPOCH.plusSeconds(5)));
        JourneyOrder order = new JourneyOrder(() -> queue);
        Received second = new Received(DeliveryStand.message("a/2"), 1, "a", 2, Instant.EPOCH, "", 0);

        assertThat(order.waitsUntil(second, Instant.EPOCH)).isPresent();
        assertThat(order.waitsUntil(second, Instant.EPOCH.plusSeconds(3600))).isPresent();
    }

    private Receipt arrive(Message message) {
        arrived.add(text(message));
        return Receipt.of("angenommen");
    }

    private List<String> of(String journey) {
        return arrived.stream().filter(text -> text.startsWith(journey)).toList();
    }

    private static long postponed(DeliveryStand stand, Procedure procedure) {
        return stand.outlets().state(procedure.id()).postponed();
    }

    private static String text(Message message) {
        return message.envelope().messageId();
    }
}
