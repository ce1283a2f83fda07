package org.stadtbus.standards;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.stadtbus.envelope.HubException;

/** Beans of this package: {@link Standards} and {@link Directory}. Official bundles compile in the background. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StandardsProperties.class)
class StandardsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StandardsConfiguration.class);
    private static final Path DEFAULT = Path.of("standards");
    private static final Path SANDBOX = Path.of("..", "shared", "standards");

    @Bean
    Standards standards(
            StandardsProperties properties, Environment environment, @Value("${stadtbus.home:.}") Path home) {
        Path dir = folder(properties, home, environment.acceptsProfiles(Profiles.of("sandbox")));
        LOG.info("Official standards are read from {}", dir);
        return Standards.load(home.resolve("config"), dir, home.resolve("routes"));
    }

    @Bean
    Directory directory(@Value("${stadtbus.home:.}") Path home, StandardsProperties properties) {
        return FileDirectory.load(home.resolve(properties.directory()));
    }

    @Bean
    Preparation standardsPreparation(Standards standards) {
        return new Preparation(standards);
    }

    /** Only the sandbox looks beside the project: a production hub uses what its operator named. */
    static Path folder(StandardsProperties properties, Path home, boolean sandbox) {
        Path named = properties.dir();
        if (named != null) {
            return home.resolve(named);
        }
        Path installed = home.resolve(DEFAULT);
        Path beside = home.resolve(SANDBOX).normalize();
        return sandbox && !Files.isDirectory(installed) && Files.isDirectory(beside) ? beside : installed;
    }

    /** Compiles the installed bundles once the hub is up, so that the first message need not wait for it. */
    static final class Preparation {
        private final Standards standards;

        Preparation(Standards standards) {
            this.standards = standards;
        }

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
    }
}
