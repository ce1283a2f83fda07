package org.stadtbus.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.http.Fault;

/** What the DVDV said is used while it is valid, and not a moment longer. */
class RememberedAnswersTest {
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private DvdvStand stand;
    private DvdvDirectory directory;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        stand = new DvdvStand();
        directory = stand.directory(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void freshAnswerIsNotAskedForAgain() {
        ask();
        stand.clock.pass(DvdvStand.REFRESH.minus(A_MOMENT));
        ask();
        assertThat(stand.dvdv.asked()).hasSize(1);
    }

    @Test
    void changeIsSeenAfterTheTimeSet() {
        ask();
        stand.dvdv.clear();
        stand.clock.pass(DvdvStand.REFRESH);
        assertThat(failure().kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void entryThatIsGoneIsNotUsedWhenTheDvdvIsAwayAfterwards() {
        ask();
        stand.dvdv.clear();
        stand.clock.pass(DvdvStand.REFRESH);
        failure();
        stand.dvdv.server().fault(new Fault.Down());
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void validAnswerIsUsedWhileTheDvdvIsAway() {
        ask();
        stand.dvdv.server().fault(new Fault.Down());
        stand.clock.pass(DvdvStand.KEEP.minus(A_MOMENT));
        ask();
    }

    @Test
    void answerOlderThanTheTimeSetIsNeverUsed() {
        ask();
        stand.dvdv.server().fault(new Fault.Down());
        stand.clock.pass(DvdvStand.KEEP);
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void entryPastItsValidityIsNeverUsedEvenWhileTheDvdvIsAway() {
        Duration soon = Duration.ofMinutes(5);
        stand.enter(stand.clock.instant().plus(soon));
        ask();
        stand.dvdv.server().fault(new Fault.Down());
        stand.clock.pass(soon.minus(A_MOMENT));
        ask();
        stand.clock.pass(A_MOMENT.multipliedBy(2));
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void renewedEntryIsUsedAfterTheOldOneEnded() {
        Duration soon = Duration.ofMinutes(5);
        stand.enter(stand.clock.instant().plus(soon));
        ask();
        stand.enter(Instant.MAX);
        stand.clock.pass(soon);
        ask();
        assertThat(stand.dvdv.asked()).hasSize(2);
    }

    @Test
    void directoryThatIsAwayIsLeftInPeaceForAWhile() {
        stand.dvdv.server().fault(new Fault.Down());
        failure();
        stand.dvdv.server().fault(new Fault.None());
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        stand.clock.pass(DvdvStand.RETRY);
        ask();
    }

    @Test
    void manyWhoAskTheSameAtOnceAskTheDvdvOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> questions = IntStream.range(0, 64)
                    .<Callable<String>>mapToObj(
                            i -> () -> directory.require(DvdvStand.ROLE).name())
                    .toList();
            for (Future<String> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isEqualTo("Stadt Oldenburg, Bürgerbüro");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(stand.dvdv.asked()).hasSize(1);
    }

    @Test
    void memoryIsBounded() {
        Outage outage = new Outage(stand.clock, DvdvStand.RETRY);
        AnswerCache<Integer, Integer> cache = new AnswerCache<>(stand.settings(10), outage, stand.clock);
        AtomicInteger asked = new AtomicInteger();
        Function<Integer, Optional<Found<Integer>>> directory = number -> {
            asked.incrementAndGet();
            return Optional.of(new Found<>(number, Instant.MAX));
        };
        IntStream.range(0, 1000).forEach(number -> cache.answer(number, directory));
        IntStream.range(0, 1000).forEach(number -> cache.answer(number, directory));
        assertThat(asked.get()).isGreaterThanOrEqualTo(1900);
    }

    private void ask() {
        assertThat(directory.require(DvdvStand.ROLE).name()).isEqualTo("Stadt Oldenburg, Bürgerbüro");
    }

    private HubException failure() {
        return catchThrowableOfType(HubException.class, () -> directory.require(DvdvStand.ROLE));
    }
}
