package org.stadtbus.intake;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.broker.Broker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.standards.Standards;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Intake intake(
            Broker broker,
            Catalogue catalogue,
            Standards standards,
            JournalQueries journal,
            ServiceGate gate,
            IntakeProperties properties,
            Clock clock,
            @Value("${stadtbus.keys:${stadtbus.data:data}/keys}") Path keys) {
        JourneyIds ids = new JourneyIds(keys.resolve("intake.key"));
        ApplicationCheck check = new ApplicationCheck(catalogue, standards, gate, properties);
        return new DurableIntake(broker, check, new KnownApplications(journal), ids, clock);
    }
}
