package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.support.CronExpression;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Window;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.delivery.OutletState.Activity;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.MovingClock;

/** When the hub delivers nothing: breaker, rate, window, operator's orders; on a real broker. */
class RestingDeliveryTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration HOURS = Duration.ofHours(5);

    @TempDir
    Path folder;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean(true);
    private final MovingClock clock = new MovingClock(Instant.now());

    @Test
    void targetThatIsDownIsLeftAloneAndOneMessageProbes() throws Exception {
        Procedure procedure = Policy.ordered(4).retry(HOURS, 1, HOURS, 0).of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, clock, Map.of(procedure, this::downOrArrive))) {
            stand.send(procedure, texts(100));
            await().atMost(LONG).until(() -> activity(stand, procedure) == Activity.TARGET_DOWN);
            await().during(Duration.ofMillis(300)).until(() -> stand.waiting(procedure) == 100);
            int opened = attempts.get();
            assertThat(opened).isBetween(5, 8);

            clock.pass(Duration.ofMinutes(2));
            await().atMost(LONG).until(() -> attempts.get() > opened);
            await().during(Duration.ofMillis(300)).until(() -> stand.waiting(procedure) == 100);
            assertThat(attempts).hasValue(opened + 1);

            down.set(false);
            clock.pass(Duration.ofMinutes(2));
            await().atMost(LONG).until(() -> arrived.size() == 100 - opened - 1);
            assertThat(activity(stand, procedure)).isEqualTo(Activity.RUNNING);
        }
    }

    @Test
    void troubleOfTheHubItselfDoesNotCountAgainstTheTarget() throws Exception {
        Procedure procedure = Policy.ordered(2).of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, message -> {
            if (attempts.incrementAndGet() <= 20) {
                throw HubException.temporary("vault-unreadable", "Der Tresor schläft.", new IOException());
            }
            return arrive(message);
        })) {
            stand.send(procedure, texts(10));
            await().atMost(LONG).until(() -> {
                assertThat(activity(stand, procedure)).isEqualTo(Activity.RUNNING);
                return arrived.size() == 10;
            });
        }
    }

    @Test
    void noMoreThanTheRateBeginsInASpan() throws Exception {
        Procedure procedure = Policy.ordered(4).rate(7, Duration.ofHours(1)).of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, this::arrive)) {
            stand.send(procedure, texts(30));
            await().atMost(LONG).until(() -> arrived.size() == 7);
            await().during(Duration.ofMillis(300)).until(() -> arrived.size() == 7 && stand.waiting(procedure) == 23);
            assertThat(activity(stand, procedure)).isEqualTo(Activity.HELD);
        }
    }

    @Test
    void rateLimitedMessagesArriveInTheirOrder() throws Exception {
        Procedure procedure = Policy.ordered(4).rate(5, Duration.ofMillis(50)).of("register");
        List<String> sent = IntStream.range(10, 50).mapToObj(i -> "a/" + i).toList();
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, this::arrive)) {
            stand.send(procedure, sent.toArray(String[]::new));
            await().atMost(LONG).until(() -> arrived.size() == 40);
        }
        assertThat(arrived).isEqualTo(sent);
    }

    @Test
    void nothingIsDeliveredInAMaintenanceWindow() throws Exception {
        Window noon = new Window(CronExpression.parse("0 0 12 * * *"), Duration.ofHours(2));
        Procedure procedure = Policy.ordered(2).window(noon).of("register");
        clock.set(Instant.parse("2026-11-24T11:30:00Z"));
        try (DeliveryStand stand = DeliveryStand.start(folder, clock, Map.of(procedure, this::arrive))) {
            stand.send(procedure, "a/1");
            await().atMost(LONG).until(() -> activity(stand, procedure) == Activity.MAINTENANCE);
            assertThat(stand.outlets().state("register").until()).contains(Instant.parse("2026-11-24T13:00:00Z"));
            await().during(Duration.ofMillis(300)).until(() -> arrived.isEmpty());

            clock.set(Instant.parse("2026-11-24T13:00:01Z"));
            await().atMost(LONG).until(() -> arrived.size() == 1);
        }
    }

    @Test
    void pauseHoldsThroughARestartAndSaysWhoOrderedIt() throws Exception {
        Procedure procedure = Policy.ordered(2).of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, this::arrive)) {
            stand.outlets().pause("register", "leitstand");
            stand.send(procedure, "a/1");
        }
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, this::arrive)) {
            await().atMost(LONG).until(() -> "leitstand"
                    .equals(stand.outlets().state("register").orderedBy()));
            await().during(Duration.ofMillis(300)).until(() -> arrived.isEmpty());
            assertThat(activity(stand, procedure)).isEqualTo(Activity.PAUSED);

            stand.outlets().resume("register", "leitstand");
            await().atMost(LONG).until(() -> arrived.size() == 1);
        }
    }

    @Test
    void drainDeliversWhatWaitedAndNothingNewer() throws Exception {
        Procedure procedure = Policy.ordered(1).of("register");
        CountDownLatch ordered = new CountDownLatch(1);
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, message -> {
            ordered.await();
            return arrive(message);
        })) {
            stand.send(procedure, texts(5));
            stand.outlets().drain("register", "leitstand");
            stand.send(procedure, "new/1", "new/2");
            ordered.countDown();
            await().atMost(LONG).until(() -> activity(stand, procedure) == Activity.PAUSED);
            await().during(Duration.ofMillis(300)).until(() -> stand.waiting(procedure) == 2);
            assertThat(arrived).hasSize(5).noneMatch(text -> text.startsWith("new"));
        }
    }

    @Test
    void targetThatAsksForAPauseGetsIt() throws Exception {
        Procedure procedure = Policy.ordered(1).unordered().of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, clock, Map.of(procedure, message -> {
            if (attempts.incrementAndGet() == 1) {
                throw Answers.refused(429, "600");
            }
            return arrive(message);
        }))) {
            stand.send(procedure, texts(10));
            await().atMost(LONG).until(() -> activity(stand, procedure) == Activity.HELD);
            await().during(Duration.ofMillis(300)).until(() -> attempts.get() == 1);
            assertThat(stand.outlets().state("register").until())
                    .contains(clock.instant().plusSeconds(600));

            clock.pass(Duration.ofMinutes(11));
            await().atMost(LONG).until(() -> arrived.size() == 9);
        }
    }

    @Test
    void messageThatWaitedBeyondItsDeadlineIsAClearingCaseOnce() throws Exception {
        Procedure procedure = Policy.ordered(2)
                .expires(Duration.ofSeconds(2))
                .retry(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0)
                .of("register");
        try (DeliveryStand stand = DeliveryStand.start(folder, procedure, this::downOrArrive)) {
            stand.outlets().pause("register", "leitstand");
            stand.send(procedure, "a/1");
            stand.broker().expire();
            await().atMost(LONG).until(() -> {
                stand.broker().expire();
                return stand.clearingCases() == 1;
            });
            assertThat(stand.waiting(procedure)).isZero();
            stand.broker().assertWaiting("journal", 1);
        }
    }

    private Receipt downOrArrive(Message message) throws IOException {
        attempts.incrementAndGet();
        if (down.get()) {
            throw new IOException("down");
        }
        return arrive(message);
    }

    private Receipt arrive(Message message) {
        arrived.add(message.envelope().messageId());
        return Receipt.of("angenommen");
    }

    private static Activity activity(DeliveryStand stand, Procedure procedure) {
        return stand.outlets().state(procedure.id()).activity();
    }

    private static String[] texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "j" + i + "/1").toArray(String[]::new);
    }
}
