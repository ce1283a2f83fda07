package org.stadtbus.cli.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.http.HttpStatus;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;

/** Sends applications one after the other, each when the one before has its last receipt. */
final class JourneyLoad {
    private final OnlineForm form;
    private final Sample sample;
    private final Receipts receipts;

    JourneyLoad(OnlineForm form, Sample sample, Receipts receipts) {
        this.form = form;
        this.sample = sample;
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

    private void post(String key) throws IOException {
        int status = form.submit(sample, key).statusCode();
        if (status != HttpStatus.ACCEPTED.value()) {
            throw HubException.permanent(
                    "bench-refused", "Der Hub hat einen Antrag der Messung abgelehnt: HTTP " + status + ".");
        }
    }
}
