package org.stadtbus.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the collector from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RetentionConfiguration {

    /** A run that fails changes nothing that the next one does not do again. */
    @Component
    static class Schedule {
        private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

        private final Collector collector;

        Schedule(Collector collector) {
            this.collector = collector;
        }

        @Scheduled(
                initialDelayString = "${stadtbus.retention.every:6h}",
                fixedDelayString = "${stadtbus.retention.every:6h}")
        void run() {
            try {
                Collector.Result result = collector.run(false);
                LOG.info(
                        "Tresor aufgeräumt: {} von {} Kopien entfernt, Aufbewahrungsfrist vorbei bei {} Vorgängen.",
                        result.removed(),
                        result.copies(),
                        result.forgotten());
            } catch (RuntimeException e) {
                LOG.warn("Der Tresor wurde nicht aufgeräumt, der nächste Lauf versucht es wieder: {}", e.getMessage());
            }
        }
    }
}
