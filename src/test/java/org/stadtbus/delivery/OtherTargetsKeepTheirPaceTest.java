package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;

/** Six targets that are broken, each in its own way and with a backlog, beside three that are well; one real broker. */
class OtherTargetsKeepTheirPaceTest {
    private static final int BACKLOG = 50;
    private static final int ROUNDS = 8;
    private static final Duration ROUND = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final BrokenTargets broken = new BrokenTargets();
    private final LongAdder arrived = new LongAdder();
    private final Map<Procedure, Target> well = new LinkedHashMap<>();
    private Set<Procedure> ill;
    private DeliveryStand stand;

    @BeforeEach
    void start() throws Exception {
        for (int i = 0; i < 3; i++) {
            well.put(Policy.ordered(2).of("well" + i), message -> {
                arrived.increment();
                return Receipt.of("angenommen");
            });
        }
        Map<Procedure, Target> targets = new LinkedHashMap<>(broken.all());
        ill = Set.copyOf(targets.keySet());
        targets.putAll(well);
        stand = DeliveryStand.start(folder, Clock.systemUTC(), targets);
        for (Procedure procedure : ill) {
            stand.send(
                    procedure,
                    IntStream.range(0, BACKLOG).mapToObj(i -> "j" + i + "/1").toArray(String[]::new));
        }
    }

    @AfterEach
    void stop() throws Exception {
        broken.release();
        stand.close();
    }

    @Test
    void brokenTargetsHoldUpNobody() {
        for (int i = 0; i < 100; i++) {
            for (Procedure procedure : well.keySet()) {
                stand.send(procedure, "w" + i + "/1");
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> arrived.sum() == 300);
        assertThat(ill)
                .allSatisfy(procedure -> assertThat(stand.waiting(procedure)).isEqualTo(BACKLOG));
    }

    /** Rounds with and without the broken ones alternate, so that the machine's mood weighs on both. */
    @Test
    @Tag("soak")
    void otherTargetsKeepTheirPace() {
        long with = 0;
        long without = 0;
        int sent = 0;
        order(true);
        sent = count(sent)[1];
        for (int round = 0; round < ROUNDS; round++) {
            boolean paused = round % 2 == 0;
            order(paused);
            int[] counted = count(sent);
            sent = counted[1];
            if (paused) {
                without += counted[0];
            } else {
                with += counted[0];
            }
        }
        assertThat((double) with / without)
                .as("%d with, %d without", with, without)
                .isGreaterThanOrEqualTo(0.9);
    }

    private void order(boolean pause) {
        for (Procedure procedure : ill) {
            if (pause) {
                stand.outlets().pause(procedure.id(), "test");
            } else {
                stand.outlets().resume(procedure.id(), "test");
            }
        }
    }

    /** Sends for the time of a round; gives how many arrived meanwhile and the last number sent. */
    private int[] count(int first) {
        long before = arrived.sum();
        int sent = first;
        long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(ROUND);
        while (System.nanoTime() < end) {
            for (Procedure procedure : well.keySet()) {
                stand.send(procedure, "w" + sent + "/1");
            }
            sent++;
        }
        return new int[] {(int) (arrived.sum() - before), sent};
    }
}
