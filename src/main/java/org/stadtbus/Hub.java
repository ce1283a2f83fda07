package org.stadtbus;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub as a Spring Boot application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hub {

    /**
     * Starts the hub and returns when it is ready.
     *
     * @param settings properties that win over {@code config/application.yaml}
     * @param profiles Spring profiles, e.g. {@code sandbox}
     */
    public static ConfigurableApplicationContext start(Map<String, String> settings, String... profiles) {
        String home = settings.getOrDefault("stadtbus.home", ".");
        String[] arguments = settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Hub.class)
                .profiles(profiles)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("spring.config.additional-location", "optional:file:" + home + "/config/"))
                .run(arguments);
    }
}
