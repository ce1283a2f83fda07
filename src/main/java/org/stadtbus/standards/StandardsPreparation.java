package org.stadtbus.standards;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.HubException;

/** Compiles the installed bundles once the hub is up, so that the first message need not wait for it; looks daily for what ends. */
@Component
class StandardsPreparation {
    private static final Logger LOG = LoggerFactory.getLogger(StandardsPreparation.class);

    private static final long MINUTES_A_DAY = 24 * 60;

    private final Standards standards;

    StandardsPreparation(Standards standards) {
        this.standards = standards;
    }

    /** On a thread that ends with it. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(this::prepare, "standards-prepare");
        thread.setDaemon(true);
        thread.start();
    }

    private void prepare() {
        try {
            standards.prepare();
        } catch (HubException e) {
            LOG.error("{}", e.sentence(), e);
        }
    }

    /** Says in the log which versions end. */
    @Scheduled(initialDelay = 1, fixedRate = MINUTES_A_DAY, timeUnit = TimeUnit.MINUTES)
    void warn() {
        standards.overview().stream()
                .filter(StandardStatus::urgent)
                .forEach(standard -> LOG.warn("{}: {}", standard.title(), standard.sentence()));
    }
}
