package org.stadtbus.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stadtbus.cli.Ports;

/**
 * A real PostgreSQL server on 127.0.0.1, from the binaries of the zonky project. PostgreSQL refuses to run as root; there zonky
 * starts it in a user namespace of its own ({@code unshare}).
 */
public final class Postgres implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String NAME = "stadtbus";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = Ports.free();
    private final boolean keep;
    private @Nullable EmbeddedPostgres server;
    private boolean created;

    private Postgres(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /** A server of its own, which a test may stop and start. */
    public static Postgres in(Path folder) {
        return started(folder.resolve("postgresql"), true);
    }

    private static Postgres started(Path folder, boolean keep) {
        Postgres postgres = new Postgres(folder, keep);
        postgres.start();
        return postgres;
    }

    /** The server that all tests of this JVM share, each with a database of its own; it ends with the JVM. */
    public static Postgres shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final Postgres SERVER = launch();

        private static Postgres launch() {
            try {
                return started(Files.createTempDirectory("stadtbus-test"), false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts the server process; does nothing when it runs. */
    public void start() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(!keep)
                        .setPort(port)
                        .setServerConfig("synchronous_commit", "on")
                        .setPGStartupWait(PATIENCE)
                        .start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server process and all its connections; data stays. */
    public void stop() {
        try {
            if (server != null) {
                server.close();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty schema in a database that sorts as German does. */
    public Database create() {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        if (!created) {
            execute(
                    "postgres",
                    "create database " + NAME
                            + " template template0 encoding 'UTF8' locale_provider icu icu_locale 'de-DE'");
            created = true;
        }
        execute(NAME, "create schema " + schema);
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME + "?reWriteBatchedInserts=true&currentSchema="
                        + schema,
                USER);
    }

    private void execute(String database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where one database is. It wants no password. */
    public record Database(String url, String user) {
        /** A new connection. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, "");
        }

        /** The hub's settings for it. */
        public Map<String, String> hubSettings() {
            return Map.of("spring.datasource.url", url, "spring.datasource.username", user);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
