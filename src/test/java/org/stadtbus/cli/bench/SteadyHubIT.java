package org.stadtbus.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages go through the whole hub (REST, vault, queues, route, dispatcher, HTTP, journal, projection) and leave nothing
 * behind in memory, threads, queues or folders.
 */
class SteadyHubIT {
    private static final Workload WORKLOAD = new Workload(2, 8, 1);
    private static final int SAMPLES = 8;
    private static final long SMALL = Long.getLong("stadtbus.soak.small", 8_000);
    private static final long MILLION = Long.getLong("stadtbus.soak.messages", 1_000_000);

    /** What measuring a heap by its garbage collector is uncertain by, and what a message may leave: less than a reference. */
    private static final long NOISE_BYTES = 4_000_000;

    private static final long BYTES_PER_MESSAGE = 4;
    private static final int THREADS_COME_AND_GO = 6;
    private static final long JOURNAL_BYTES = 400_000_000;

    @TempDir
    private Path folder;

    private record Sample(long heap, int threads) {
        static Sample take() {
            // twice: what the first run finalises the second one frees
            System.gc();
            System.gc();
            return new Sample(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }

    @Test
    void messagesLeaveHeapAndThreadsFlat() throws Exception {
        leaveHeapAndThreadsFlat(SMALL);
    }

    @Tag("soak")
    @Test
    void aMillionMessagesLeaveHeapAndThreadsFlat() throws Exception {
        leaveHeapAndThreadsFlat(MILLION);
    }

    private void leaveHeapAndThreadsFlat(long messages) throws Exception {
        try (Target target = new Target();
                HttpSender http = new HttpSender();
                BenchTokens tokens = new BenchTokens();
                Traffic traffic = new Traffic(target);
                HubContender hub = hub(target, http, tokens)) {
            // caches that are bounded fill up first
            traffic.exactly(messages / 4, hub, WORKLOAD);
            List<Sample> samples = new ArrayList<>();
            samples.add(Sample.take());
            for (int i = 1; i < SAMPLES; i++) {
                traffic.exactly(messages / SAMPLES, hub, WORKLOAD);
                samples.add(Sample.take());
            }
            assertThat(target.unexpected()).as("arrived twice").isZero();
            assertThat(hub.waiting()).as("left in queues").isEmpty();
            assertHeapFlat(samples, messages / SAMPLES);
            assertThreadsFlat(samples);
        }
        assertNothingLeftBehind();
    }

    private HubContender hub(Target target, HttpSender http, BenchTokens tokens) throws Exception {
        BenchHome home = BenchHome.make(folder.resolve("home"), Path.of("").toAbsolutePath());
        Map<String, String> caches = Map.of("stadtbus.broker.duplicate-keys", "1000");
        return new HubContender(home, folder.resolve("hub"), tokens, target, http, caches);
    }

    /** By the straight line that fits the samples best, so that one sample taken at a bad moment does not decide. */
    private static void assertHeapFlat(List<Sample> samples, long messagesBetween) {
        double mean = (samples.size() - 1) / 2.0;
        double level = samples.stream().mapToLong(Sample::heap).average().orElseThrow();
        double slope = 0;
        double spread = 0;
        for (int i = 0; i < samples.size(); i++) {
            slope += (i - mean) * (samples.get(i).heap() - level);
            spread += (i - mean) * (i - mean);
        }
        double growth = slope / spread * (samples.size() - 1);
        long messages = messagesBetween * (samples.size() - 1);
        assertThat(growth)
                .as("heap grown over %d messages: %s", messages, samples)
                .isLessThan(NOISE_BYTES + BYTES_PER_MESSAGE * messages);
    }

    /** Pools grow until they have had their busiest moment; what goes on growing after half the time is a leak. */
    private static void assertThreadsFlat(List<Sample> samples) {
        int half = samples.size() / 2;
        int busiest = samples.subList(0, half).stream()
                .mapToInt(Sample::threads)
                .max()
                .orElseThrow();
        assertThat(samples.subList(half, samples.size()))
                .as("threads in the second half, %d at most in the first", busiest)
                .allMatch(sample -> sample.threads() <= busiest + THREADS_COME_AND_GO);
    }

    private void assertNothingLeftBehind() throws IOException {
        assertThat(files("hub/vault/spool")).isEmpty();
        assertThat(files("hub/broker/paging").filter(file -> file.toString().endsWith(".page")))
                .isEmpty();
        assertThat(files("hub/broker/largemessages")).isEmpty();
        assertThat(files("hub/broker/journal").mapToLong(SteadyHubIT::size).sum())
                .as("bytes of the broker's journal")
                .isLessThan(JOURNAL_BYTES);
    }

    private Stream<Path> files(String name) throws IOException {
        Path start = folder.resolve(name);
        if (!Files.isDirectory(start)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(start)) {
            return found.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
