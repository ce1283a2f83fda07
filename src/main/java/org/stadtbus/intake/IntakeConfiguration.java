package org.stadtbus.intake;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.stadtbus.broker.Broker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.pressure.CallRates;
import org.stadtbus.pressure.Gate;
import org.stadtbus.pressure.Uploads;
import org.stadtbus.standards.Standards;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    /** After the security filters, because it counts by caller. */
    @Bean
    FilterRegistrationBean<Door> door(
            Gate gate,
            CallRates rates,
            Uploads uploads,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        FilterRegistrationBean<Door> registration =
                new FilterRegistrationBean<>(new Door(gate, rates, uploads, refusals));
        registration.addUrlPatterns("/api/v1/services/*", "/api/v1/procedures/*");
        return registration;
    }

    @Bean
    JourneyIds journeyIds(@Value("${stadtbus.keys:${stadtbus.data:data}/keys}") Path keys) {
        return new JourneyIds(keys.resolve("intake.key"));
    }

    @Bean
    Beginnings beginnings(JourneyIds ids, IntakeProperties properties) {
        return new Beginnings(ids, properties);
    }

    @Bean
    Intake intake(
            Broker broker,
            Catalogue catalogue,
            Standards standards,
            JournalQueries journal,
            ServiceGate gate,
            IntakeProperties properties,
            Clock clock,
            Gate room,
            JourneyIds ids) {
        ApplicationCheck check = new ApplicationCheck(catalogue, standards, gate, properties);
        return new DurableIntake(broker, check, new KnownApplications(journal), ids, room, clock);
    }
}
