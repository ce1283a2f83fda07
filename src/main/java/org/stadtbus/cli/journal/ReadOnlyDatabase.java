package org.stadtbus.cli.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtbus.envelope.HubException;

/** The hub's database, opened to read. */
final class ReadOnlyDatabase implements AutoCloseable {
    private static final int H2_IN_USE = 90020;
    private static final int H2_NOT_FOUND = 90146;

    private final SingleConnectionDataSource dataSource;

    private ReadOnlyDatabase(Connection connection) {
        this.dataSource = new SingleConnectionDataSource(connection, true);
    }

    /**
     * Opens it.
     *
     * @throws HubException permanent, with a sentence that says what to do, when it cannot be opened
     */
    static ReadOnlyDatabase open(String url, @Nullable String user, @Nullable String password) {
        boolean file = url.startsWith("jdbc:h2:file:");
        try {
            Connection connection =
                    DriverManager.getConnection(file ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url, user, password);
            connection.setReadOnly(true);
            return new ReadOnlyDatabase(connection);
        } catch (SQLException e) {
            throw new HubException(org.stadtbus.envelope.FailureKind.PERMANENT, "journal-database", sentence(e), e);
        }
    }

    private static String sentence(SQLException e) {
        return switch (e.getErrorCode()) {
            case H2_IN_USE ->
                "Der Hub läuft und hält seine eingebaute Datenbank. Bitte den Hub anhalten und dann prüfen, oder eine "
                        + "Sicherung des Datenordners mit --data angeben; mit PostgreSQL geht es auch im Betrieb.";
            case H2_NOT_FOUND -> "Hier gibt es noch kein Journal. Bitte mit --data den Datenordner des Hubs angeben.";
            default -> "Die Datenbank des Journals ließ sich nicht öffnen: " + e.getMessage();
        };
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.destroy();
    }
}
