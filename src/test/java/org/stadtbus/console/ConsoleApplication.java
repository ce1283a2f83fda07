package org.stadtbus.console;

import java.util.List;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalWriter;
import org.stadtbus.journal.Projector;
import org.stadtbus.journal.ReceivedEvent;

/**
 * The hub without queues and routes: screens, rules, catalogue, journal and vault are the real ones. It carries no stereotype, so
 * that the real hub's component scan passes it by.
 */
@EnableAutoConfiguration(
        exclude = {ArtemisAutoConfiguration.class, JmsAutoConfiguration.class, CamelAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "org.stadtbus.console",
            "org.stadtbus.security",
            "org.stadtbus.journal",
            "org.stadtbus.catalogue",
            "org.stadtbus.vault"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.stadtbus\\.journal\\.JournalListener.*"))
@ComponentScan(
        basePackages = "org.stadtbus.clearing",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.stadtbus\\.clearing\\.CaseConfiguration"))
@ConfigurationPropertiesScan("org.stadtbus.security")
class ConsoleApplication {

    /** The journal's way in, which a test may close. */
    static final class Gate implements JournalWriter {
        private final Projector projector;
        private boolean closed;

        private Gate(Projector projector) {
            this.projector = projector;
        }

        synchronized void closed(boolean isClosed) {
            closed = isClosed;
        }

        @Override
        public synchronized void write(
                org.stadtbus.journal.JournalEvent event, byte @org.jspecify.annotations.Nullable [] payload) {
            if (closed) {
                throw HubException.temporary(
                        "journal-away", "Das Journal nimmt nichts an.", new IllegalStateException());
            }
            projector.project(List.of(new ReceivedEvent(event, payload)));
        }
    }

    @Bean
    static Gate journalWriter(Projector projector) {
        return new Gate(projector);
    }
}
