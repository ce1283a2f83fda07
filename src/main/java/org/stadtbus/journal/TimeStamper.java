package org.stadtbus.journal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has checkpoints stamped by a time stamp authority, beside the projection: a failure only delays the stamp. Asks for the oldest
 * first, again after a pause.
 */
final class TimeStamper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TimeStamper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 100;
    private static final int OK = 200;

    private final CheckpointTable checkpoints;
    private final URI authority;
    private final Duration pause;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean outage;

    TimeStamper(CheckpointTable checkpoints, URI authority, Duration pause) {
        this.checkpoints = checkpoints;
        this.authority = authority;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(runnable -> new Thread(runnable, "timestamps"));
            thread.scheduleWithFixedDelay(this::stampSome, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void stampSome() {
        try {
            for (Checkpoint checkpoint : checkpoints.unstamped(AT_ONCE)) {
                checkpoints.stamp(checkpoint.number(), stamp(checkpoint));
            }
            outage = false;
        } catch (IOException | TSPException | RuntimeException e) {
            if (!outage) {
                LOG.warn("Zeitstempel für das Journal kommen später: {}", e.toString());
            }
            outage = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String stamp(Checkpoint checkpoint) throws IOException, TSPException, InterruptedException {
        TimeStampRequest request = TimeStamps.request(checkpoint.hash());
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(authority)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/timestamp-query")
                        .header("Accept", "application/timestamp-reply")
                        .POST(BodyPublishers.ofByteArray(request.getEncoded()))
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IOException("The authority answered " + answer.statusCode());
        }
        return TimeStamps.accepted(request, answer.body());
    }
}
