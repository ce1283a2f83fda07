package org.stadtbus.journal;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the database's schema up to date, when the hub starts or, if the database server is away then, as soon as it is there:
 * the hub takes in and delivers without it. Everything else that is wrong with the schema stops the start.
 */
@Component
final class SchemaMigration implements FlywayMigrationStrategy, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);
    /** SQLSTATE classes: 08 no connection, 57P server starting or stopping, 53 out of connections. */
    private static final String AWAY = "(08|57P|53).*";

    private @Nullable Flyway waiting;
    private @Nullable Thread thread;
    private final Pause pause = new Pause();

    @Override
    public void migrate(Flyway flyway) {
        if (!migrated(flyway)) {
            LOG.warn(
                    "Die Datenbank ist nicht erreichbar. Der Hub nimmt an und stellt zu; die Konsole bleibt leer, bis sie da ist.");
            waiting = flyway;
        }
    }

    /** False when the database is away. */
    private static boolean migrated(Flyway flyway) {
        try {
            flyway.migrate();
            return true;
        } catch (RuntimeException e) {
            if (!isAway(e)) {
                throw e;
            }
            LOG.debug("No database", e);
            return false;
        }
    }

    static boolean isAway(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches(AWAY)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void start() {
        Flyway flyway = waiting;
        if (flyway != null && thread == null) {
            thread = new Thread(() -> keepTrying(flyway), "schema");
            thread.start();
        }
    }

    private void keepTrying(Flyway flyway) {
        try {
            do {
                pause.rest();
            } while (!pause.isOver() && !migrated(flyway));
            if (!pause.isOver()) {
                LOG.info("Die Datenbank ist da, ihr Schema ist aktuell.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "Das Schema der Datenbank ließ sich nicht aktualisieren; die Ereignisse bleiben in der Warteschlange.",
                    e);
        }
    }

    @Override
    public synchronized void stop() {
        pause.end();
        thread = null;
        waiting = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
