package org.stadtbus.catalogue;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Loads the catalogue at start. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Catalogue catalogue(@Value("${stadtbus.home:.}") String home, Environment environment) {
        return new CatalogueLoader()
                .load(Path.of(home))
                .connectedBy(setting -> StringUtils.hasText(environment.getProperty(setting)));
    }

    @Bean
    Connectors connectors(@Value("${stadtbus.home:.}") String home) {
        return Connectors.load(Path.of(home));
    }

    /** The machine's own clock, which may be set while the hub runs. */
    @Bean
    @ConditionalOnMissingBean(name = "clock")
    Clock clock() {
        return Clock.systemUTC();
    }
}
