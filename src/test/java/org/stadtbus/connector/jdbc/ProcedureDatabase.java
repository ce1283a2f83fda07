package org.stadtbus.connector.jdbc;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.testkit.Postgres;

/** The PostgreSQL database of a procedure, which the hub reaches by a cable that can be cut. */
final class ProcedureDatabase implements AutoCloseable {
    private final Postgres.Database database = Postgres.shared().create();
    private final int port =
            URI.create(database.url().substring("jdbc:".length())).getPort();
    private final Cable cable = new Cable(port);
    private final Connection connection;
    private final JdbcTemplate jdbc;

    ProcedureDatabase(String... schema) throws SQLException {
        connection = database.connect();
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        for (String sql : schema) {
            jdbc.execute(sql);
        }
    }

    /** What the procedure itself does in its database. */
    JdbcTemplate itself() {
        return jdbc;
    }

    Cable cable() {
        return cable;
    }

    /** Where the hub finds it. */
    String url() {
        return database.url().replace(":" + port + "/", ":" + cable.port() + "/") + "&sslmode=disable";
    }

    String user() {
        return database.user();
    }

    /** Somebody else's open transaction, which holds its locks until it is closed. */
    Connection transaction(String sql) throws SQLException {
        Connection other = database.connect();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
        return other;
    }

    @Override
    public void close() throws SQLException {
        cable.close();
        connection.close();
    }
}
