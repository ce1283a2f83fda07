package org.stadtbus.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is reported as latency is what a sender would have had to wait. */
class TrafficTest {
    private static final Workload WORKLOAD = new Workload(2, 4, 3);
    private static final int STALLED = 20;
    private static final double PER_SECOND = 200;
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) / 200;

    /** Delivers at once, except that the first message waits until so many are due. */
    private static final class Stalling implements Contender {
        private final Target target;
        private final CountDownLatch due = new CountDownLatch(STALLED);

        Stalling(Target target) {
            this.target = target;
        }

        @Override
        public String id() {
            return "stalling";
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public void send(Workload workload, int to, byte[] message) throws InterruptedException {
            due.countDown();
            due.await();
            target.arrived(Payloads.number(message));
        }

        @Override
        public void settle() {
            // nothing is under way
        }

        @Override
        public void close() {
            // nothing to close
        }
    }

    @Test
    void stallCountsForAllThatWereDueInIt() throws Exception {
        try (Target target = new Target();
                Traffic traffic = new Traffic(target)) {
            Measured measured = traffic.at(PER_SECOND, new Stalling(target), WORKLOAD, Duration.ofMillis(500));
            List<Flight> flights = measured.flights();
            for (int i = 0; i < STALLED - 1; i++) {
                // the last of the stalled was due this much later, and none landed before it
                assertThat(flights.get(i).travelNanos()).isGreaterThanOrEqualTo((STALLED - 1 - i) * INTERVAL);
            }
        }
    }

    @Test
    void openLoopSendsAsManyAsItsRateSays() throws Exception {
        try (Target target = new Target();
                Traffic traffic = new Traffic(target)) {
            Measured measured = traffic.at(PER_SECOND, new Stalling(target), WORKLOAD, Duration.ofMillis(500));
            assertThat(measured.flights()).hasSize(100);
            assertThat(target.received()).isEqualTo(100);
        }
    }

    @Test
    void closedLoopSendsExactlyWhatWasAsked() throws Exception {
        try (Target target = new Target();
                Traffic traffic = new Traffic(target)) {
            Stalling contender = new Stalling(target);
            for (int i = 0; i < STALLED; i++) {
                contender.due.countDown();
            }
            assertThat(traffic.exactly(123, contender, WORKLOAD).flights()).hasSize(123);
            assertThat(target.received()).isEqualTo(123);
            assertThat(target.unexpected()).isZero();
        }
    }

    @Test
    void secondArrivalIsNoticed() {
        try (Target target = new Target()) {
            target.expect(1, new Flight(System.nanoTime()));
            target.arrived(1);
            target.arrived(1);
            assertThat(target.unexpected()).isEqualTo(1);
        }
    }
}
