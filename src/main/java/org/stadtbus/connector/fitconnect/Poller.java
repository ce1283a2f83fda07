package org.stadtbus.connector.fitconnect;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.stadtbus.envelope.HubException;

/**
 * Looks for submissions at intervals, and when told; one look at a time on one hub node, several submissions at a time. While the
 * hub has no room it does not look: the zustelldienst keeps what waits.
 */
final class Poller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int SECONDS_TO_FINISH = 15;

    private final FitConnectApi api;
    private final SubmissionHandler handler;
    private final Attempts attempts;
    private final BooleanSupplier turn;
    private final long intervalMillis;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(named("fit-connect-look"));
    private final ExecutorService workers;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean running;

    /** @param turn whether it is this hub node that looks, and has room for what it finds */
    Poller(
            FitConnectApi api,
            SubmissionHandler handler,
            Attempts attempts,
            FitConnectProperties settings,
            BooleanSupplier turn) {
        this.api = api;
        this.handler = handler;
        this.attempts = attempts;
        this.turn = turn;
        this.intervalMillis = settings.pollInterval().toMillis();
        this.workers = Executors.newFixedThreadPool(settings.concurrency(), named("fit-connect"));
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins to look, when all routes run. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        looks.scheduleWithFixedDelay(this::look, 0, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** Looks as soon as possible; asked again before that, it looks once. */
    void lookNow() {
        if (!looks.isShutdown() && asked.compareAndSet(false, true)) {
            looks.execute(() -> {
                asked.set(false);
                look();
            });
        }
    }

    private void look() {
        if (!turn.getAsBoolean()) {
            return;
        }
        try {
            Attempts.Look look = attempts.look();
            List<Waiting> waiting = api.waiting();
            attempts.keepOnly(waiting.stream().map(Waiting::submissionId).collect(Collectors.toSet()));
            for (Waiting ids : waiting) {
                if (look.begin(ids.submissionId())) {
                    workers.execute(() -> work(ids));
                }
            }
        } catch (HubException e) {
            if (looks.isShutdown()) {
                return;
            }
            LOG.warn("No look at FIT-Connect's submissions: {} ({})", e.sentence(), cause(e));
        } catch (RuntimeException | Error e) {
            // thrown on, it would end all further looks
            LOG.error("A look at FIT-Connect's submissions failed unexpectedly", e);
        }
    }

    private void work(Waiting ids) {
        String id = ids.submissionId();
        try {
            handler.handle(ids);
            attempts.done(id);
        } catch (HubException e) {
            LOG.warn("Submission {}, attempt {}: {} ({})", id, attempts.failed(id), e.sentence(), cause(e));
        } catch (RuntimeException | Error e) {
            LOG.error("Submission {}, attempt {} failed unexpectedly", id, attempts.failed(id), e);
        }
    }

    private static String cause(HubException e) {
        return e.getCause() == null ? e.problemCode() : e.getCause().getClass().getSimpleName();
    }

    @Override
    public void start() {
        running = true;
    }

    /** What is in hand may finish for a while; what does not is done again after the next start. */
    @Override
    public void stop() {
        looks.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before what it hands submissions to. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
