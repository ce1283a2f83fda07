package org.stadtbus.standards;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.HubException;

/** Compiles the installed bundles once the hub is up, so that the first message need not wait for it; looks daily for what ends. */
@Component
final class StandardsPreparation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandardsPreparation.class);

    private final Standards standards;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "standards-prepare");
        thread.setDaemon(true);
        return thread;
    });

    StandardsPreparation(Standards standards) {
        this.standards = standards;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        background.execute(this::prepare);
        background.scheduleAtFixedRate(this::warn, 0, 1, TimeUnit.DAYS);
    }

    private void prepare() {
        try {
            standards.prepare();
        } catch (HubException e) {
            LOG.error("{}", e.sentence(), e);
        }
    }

    private void warn() {
        try {
            standards.overview().stream()
                    .filter(StandardStatus::urgent)
                    .forEach(standard -> LOG.warn("{}: {}", standard.title(), standard.sentence()));
        } catch (RuntimeException e) {
            // thrown on, it would end all further looks
            LOG.error("The folder of standards could not be looked at", e);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
