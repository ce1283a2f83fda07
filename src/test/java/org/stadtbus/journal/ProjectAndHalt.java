package org.stadtbus.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Projects into the hub's own kind of database and is dead the moment the projector says that it is done. */
final class ProjectAndHalt {
    static final int EVENTS = 300;
    private static final Path SETTINGS = Path.of("config/application.yaml");

    private ProjectAndHalt() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        JournalDatabase db = open(folder);
        Events journey = Events.journey("99012018001000", "A", Instant.parse("2026-11-24T07:00:00Z"));
        for (int i = 0; i < EVENTS; i++) {
            db.projector().project(List.of(journey.event(EventType.VALIDATED, "0200", "stadtbus", "Schritt " + i)));
        }
        Runtime.getRuntime().halt(0);
    }

    /** The database as {@code config/application.yaml} says, with this data folder. */
    static JournalDatabase open(Path folder) throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader()
                .load("settings", new FileSystemResource(SETTINGS))
                .get(0);
        String url = String.valueOf(settings.getProperty("spring.datasource.url"))
                .replace("${stadtbus.data}", folder.toAbsolutePath().toString());
        return JournalDatabase.on(JdbcConnectionPool.create(url, "sa", ""), folder);
    }
}
