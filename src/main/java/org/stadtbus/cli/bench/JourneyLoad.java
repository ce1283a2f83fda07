package org.stadtbus.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.stadtbus.envelope.HubException;

/** Sends applications one after the other, each when the one before has its last receipt. */
final class JourneyLoad {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI applications;
    private final Supplier<String> token;
    private final byte[] form;
    private final Receipts receipts;

    JourneyLoad(URI applications, Supplier<String> token, byte[] form, Receipts receipts) {
        this.applications = applications;
        this.token = token;
        this.form = form.clone();
        this.receipts = receipts;
    }

    /** Runs with this many applications under way for the given time; returns those whose last receipt came within it. */
    Series run(int senders, Duration time) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<List<Duration>>> work = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                work.add(() -> send(end));
            }
            List<Duration> all = new ArrayList<>();
            for (Future<List<Duration>> done : pool.invokeAll(work)) {
                all.addAll(done.get());
            }
            return Series.of(Distribution.of(all), (System.nanoTime() - begin) / 1e9);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Duration> send(long end) throws Exception {
        List<Duration> took = new ArrayList<>();
        while (System.nanoTime() < end) {
            String key = UUID.randomUUID().toString();
            Receipts.Wait wait = receipts.expect(key);
            long begin = System.nanoTime();
            post(key);
            took.add(Duration.ofNanos(wait.last() - begin));
        }
        return took;
    }

    private void post(String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(applications)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(form))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != HttpStatus.ACCEPTED.value()) {
            throw HubException.permanent(
                    "bench-refused",
                    "Der Hub hat einen Antrag der Messung abgelehnt: HTTP " + answer.statusCode() + ".");
        }
    }
}
