package org.stadtbus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
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
        return start(settings, context -> {}, profiles);
    }

    /**
     * As above, with something done to the application context before it starts, e.g. an observer added.
     *
     * @param before gets the context while it is still empty
     */
    public static ConfigurableApplicationContext start(
            Map<String, String> settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> before,
            String... profiles) {
        return run(new SpringApplicationBuilder(Hub.class), settings, before, profiles);
    }

    /**
     * Reads the hub's settings for a tool, without starting the hub.
     *
     * @param parts what the tool needs of Spring
     */
    public static ConfigurableApplicationContext tool(
            Class<?> parts, Map<String, String> settings, String... profiles) {
        return run(new SpringApplicationBuilder(parts).web(WebApplicationType.NONE), settings, context -> {}, profiles);
    }

    private static ConfigurableApplicationContext run(
            SpringApplicationBuilder builder,
            Map<String, String> settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> before,
            String... profiles) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        Path home = Path.of(settings.getOrDefault("stadtbus.home", ".")).toAbsolutePath();
        all.put("stadtbus.home", home.normalize().toString());
        all.put(
                "stadtbus.data",
                data(settings, home).toAbsolutePath().normalize().toString());
        String[] arguments = all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return builder.profiles(profiles)
                .initializers(before)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("spring.config.additional-location", "optional:file:" + home + "/config/"))
                .run(arguments);
    }

    /** Broker, database, vault and keys lie below one folder; H2 demands that its path is absolute. */
    private static Path data(Map<String, String> settings, Path home) {
        String set = settings.get("stadtbus.data");
        String environment = System.getenv("STADTBUS_DATA");
        return set != null ? Path.of(set) : environment != null ? Path.of(environment) : home.resolve("data");
    }
}
