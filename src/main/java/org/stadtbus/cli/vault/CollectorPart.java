package org.stadtbus.cli.vault;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** Queues, journal, catalogue and vault, without the doors, routes and deliveries. No configuration of the hub itself. */
@EnableAutoConfiguration
@ConfigurationPropertiesScan({"org.stadtbus.broker", "org.stadtbus.retention", "org.stadtbus.vault"})
@ComponentScan({
    "org.stadtbus.broker",
    "org.stadtbus.catalogue",
    "org.stadtbus.journal",
    "org.stadtbus.retention",
    "org.stadtbus.vault"
})
class CollectorPart {}
