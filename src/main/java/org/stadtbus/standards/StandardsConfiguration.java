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
            StandardsProperties properties,
            Environment environment,
            @Value("${stadtbus.config-dir:config}") Path configDir,
            @Value("${stadtbus.routes-dir:routes}") Path routesDir) {
        Path dir = folder(properties, environment.acceptsProfiles(Profiles.of("sandbox")));
        LOG.info("official standards are read from {}", dir);
        return Standards.load(configDir, dir, routesDir);
    }

    @Bean
    Directory directory(@Value("${stadtbus.config-dir:config}") Path configDir) {
        return FileDirectory.load(configDir.resolve("directory.yaml"));
    }

    @Bean
    Preparation standardsPreparation(Standards standards) {
        return new Preparation(standards);
    }

    /** Only the sandbox looks beside the project: a production hub uses what its operator named. */
    static Path folder(StandardsProperties properties, boolean sandbox) {
        Path named = properties.dir();
        if (named != null) {
            return named;
        }
        return sandbox && !Files.isDirectory(DEFAULT) && Files.isDirectory(SANDBOX) ? SANDBOX : DEFAULT;
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
