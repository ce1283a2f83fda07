package org.stadtbus.standards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
public class StandardsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StandardsConfiguration.class);
    private static final Clock CITY = Clock.system(ZoneId.of("Europe/Berlin"));
    private static final Path DEFAULT = Path.of("standards");
    private static final Path SANDBOX = Path.of("..", "shared", "standards");

    @Bean
    Standards standards(
            StandardsProperties properties, Environment environment, @Value("${stadtbus.home:.}") Path home) {
        Path dir = folder(properties, home, environment.acceptsProfiles(Profiles.of("sandbox")));
        LOG.info("Official standards are read from {}", dir);
        return Standards.load(home.resolve("config"), dir, home.resolve("routes"), CITY);
    }

    @Bean
    Installer standardsInstaller(StandardsProperties properties, @Value("${stadtbus.home:.}") Path home) {
        return new Installer(home.resolve("config"), folder(properties, home, false));
    }

    @Bean
    CodeLists codeLists(@Value("${stadtbus.home:.}") Path home) {
        return new CodeLists(home.resolve("config"));
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

    /** Compiles the installed bundles once the hub is up, so that the first message need not wait for it; looks daily for what ends. */
    static final class Preparation implements AutoCloseable {
        private final Standards standards;
        private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "standards-prepare");
            thread.setDaemon(true);
            return thread;
        });

        Preparation(Standards standards) {
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
            standards.overview().stream()
                    .filter(StandardStatus::urgent)
                    .forEach(standard -> LOG.warn("{}: {}", standard.title(), standard.sentence()));
        }

        @Override
        public void close() {
            background.shutdownNow();
        }
    }
}
