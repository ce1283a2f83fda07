package org.stadtbus.standards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Beans of this package, for the hub and for tools that work beside it. */
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
    FileDirectory fileDirectory(@Value("${stadtbus.home:.}") Path home, StandardsProperties properties) {
        return FileDirectory.load(home.resolve(properties.directory()));
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
}
