package org.stadtbus.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.util.unit.DataSize;

class GateTest {
    private static final Duration LATER = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Optional<Shortage> shortage = Optional.empty();
    private final Gate gate = new Gate(List.of(() -> shortage), LATER);

    private void becomes(String name) {
        shortage = name.isEmpty() ? Optional.empty() : Optional.of(new Shortage(name, "Es fehlt " + name + "."));
        gate.look();
    }

    @Test
    void shortageClosesTheGateAndItsEndOpensIt() {
        becomes("platz");
        assertThat(gate.isClosed()).isTrue();
        assertThat(new GateHealth(gate).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThatExceptionOfType(Busy.class).isThrownBy(gate::requireRoom).satisfies(busy -> {
            assertThat(busy.sentence()).isEqualTo("Es fehlt platz. Bitte später noch einmal senden.");
            assertThat(busy.retryAfterSeconds()).isEqualTo(30);
        });

        becomes("");
        assertThatCode(gate::requireRoom).doesNotThrowAnyException();
        assertThat(new GateHealth(gate).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aChangeIsSaidOnceHoweverOftenTheGateLooks() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Gate.class);
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        for (String name : List.of("", "a", "a", "a", "b", "b", "", "")) {
            becomes(name);
        }
        logger.detachAppender(log);
        logger.setLevel(null);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Der Eingang ist geschlossen. Es fehlt a.",
                        "Der Eingang ist geschlossen. Es fehlt b.",
                        "Der Eingang ist wieder offen.");
    }

    @Test
    void fullServiceClosesItselfAndNoOther() {
        Map<String, Long> backlog = new HashMap<>(Map.of("intake.1", 10L, "intake.2", 9L, "journal", 1000L));
        Gate counting = new Gate(List.of(new Waiting(() -> backlog, 100, 10)), LATER);
        counting.look();

        assertThatExceptionOfType(Busy.class)
                .isThrownBy(() -> counting.requireRoom("1"))
                .satisfies(busy -> assertThat(busy.problemCode()).isEqualTo("service-full"));
        assertThatCode(() -> counting.requireRoom("2")).doesNotThrowAnyException();

        backlog.put("out.ziel", 81L);
        counting.look();
        assertThatExceptionOfType(Busy.class)
                .isThrownBy(() -> counting.requireRoom("2"))
                .satisfies(busy -> assertThat(busy.problemCode()).isEqualTo("hub-full"));
    }

    @Test
    void diskBelowItsReserveIsShortAlsoBeforeItsFolderExists() {
        assertThat(disk(DataSize.ofBytes(0), 101).look())
                .hasValueSatisfying(s -> assertThat(s.sentence()).contains("des Tresors", "nötig"));
        assertThat(disk(DataSize.ofBytes(1), 0).look()).isEmpty();
    }

    private DiskSpace disk(DataSize minFree, int percent) {
        return new DiskSpace("disk", "des Tresors", folder.resolve("noch/nicht"), minFree, percent);
    }

    @Test
    void heapIsShortUntilACollectionFindsRoom() {
        AtomicLong used = new AtomicLong(95);
        AtomicInteger collections = new AtomicInteger();
        AtomicLong nanos = new AtomicLong();
        HeapUse heap = new HeapUse(
                90,
                () -> Optional.of(new MemoryUsage(0, used.get(), 100, 100)),
                collections::incrementAndGet,
                nanos::get);
        assertThat(heap.look()).isPresent();
        assertThat(heap.look()).isPresent();
        assertThat(collections).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        used.set(40);
        assertThat(heap.look()).isEmpty();
    }

    @Test
    void stoppedBrokerIsToldOnce() {
        AtomicInteger told = new AtomicInteger();
        BrokerLives lives = new BrokerLives(() -> false, told::incrementAndGet);
        assertThat(lives.look()).isPresent();
        assertThat(lives.look()).isPresent();
        assertThat(told).hasValue(1);
    }

    @Test
    void oneClientsSlowUploadsLeaveRoomForTheOthers() {
        Uploads uploads = new Uploads(3, 2, disk(DataSize.ofBytes(1), 0), LATER);
        Uploads.Upload first = uploads.begin("a", 10);
        uploads.begin("a", -1);
        assertThatExceptionOfType(Busy.class)
                .isThrownBy(() -> uploads.begin("a", 1))
                .satisfies(busy -> assertThat(busy.problemCode()).isEqualTo("too-many-uploads"));
        uploads.begin("b", 1);
        assertThatExceptionOfType(Busy.class).isThrownBy(() -> uploads.begin("c", 1));

        first.close();
        assertThatCode(() -> uploads.begin("c", 1)).doesNotThrowAnyException();
    }

    @Test
    void uploadsThatWouldFillTheDiskTogetherAreNotBegun() {
        long half = folder.toFile().getUsableSpace() / 2;
        Uploads uploads = new Uploads(10, 10, disk(DataSize.ofBytes(half / 2), 0), LATER);
        Uploads.Upload first = uploads.begin("a", half);
        assertThatExceptionOfType(Busy.class)
                .isThrownBy(() -> uploads.begin("b", half))
                .satisfies(busy -> assertThat(busy.problemCode()).isEqualTo("hub-full"));

        first.close();
        assertThatCode(() -> uploads.begin("b", half)).doesNotThrowAnyException();
    }

    @Test
    void fastCallerWaitsAndNobodyElseDoes() {
        CallRates rates = new CallRates(1000, Map.of("eilig", 2));
        rates.count("eilig");
        rates.count("eilig");
        assertThatExceptionOfType(Busy.class)
                .isThrownBy(() -> rates.count("eilig"))
                .satisfies(busy -> {
                    assertThat(busy.problemCode()).isEqualTo("too-many-calls");
                    assertThat(busy.retryAfterSeconds()).isEqualTo(1);
                });
        assertThatCode(() -> rates.count("andere")).doesNotThrowAnyException();
    }
}
