package org.stadtbus.console;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.Projector;
import org.stadtbus.journal.ReceivedEvent;

/** The console on a free port of this machine, with the repository's own configuration and an empty journal. */
final class ConsoleServer implements AutoCloseable {
    /** May see journeys. */
    static final String OPERATOR = "betrieb";
    /** May see payloads too. */
    static final String READER = "einsicht";

    static final String PASSWORD = "nur im Test";

    private final ConfigurableApplicationContext context;

    private ConsoleServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ConsoleServer start(Path data, String... profiles) {
        String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.additional-location=file:config/",
                "--server.port=0",
                "--stadtbus.data=" + data,
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
        account(arguments, 0, OPERATOR, hash, "BETRIEB");
        account(arguments, 1, READER, hash, "EINSICHT");
        return new ConsoleServer(new SpringApplicationBuilder(ConsoleApplication.class)
                .profiles(profiles)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new)));
    }

    private static void account(List<String> arguments, int place, String name, String hash, String role) {
        String user = "--stadtbus.console.users[" + place + "].";
        arguments.addAll(List.of(user + "name=" + name, user + "password=" + hash, user + "roles=" + role));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    void project(List<ReceivedEvent> events) {
        context.getBean(Projector.class).project(events);
    }

    JournalQueries journal() {
        return context.getBean(JournalQueries.class);
    }

    ConsoleApplication.Gate gate() {
        return context.getBean(ConsoleApplication.Gate.class);
    }

    /** Somebody who looks at the pages, not logged in yet. */
    Visitor visitor() {
        return new Visitor(address());
    }

    @Override
    public void close() {
        context.close();
    }
}
