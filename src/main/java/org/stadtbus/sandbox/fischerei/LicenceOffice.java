package org.stadtbus.sandbox.fischerei;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Fault;

/**
 * A database server on 127.0.0.1 with a table {@code eingang} for applications and a view {@code bescheide} with what was decided. The
 * official decides at once.
 */
public final class LicenceOffice implements AutoCloseable {
    /** The user who may log in. */
    public static final String USER = "stadtbus";

    private static final String[] SCHEMA = {
        "create table if not exists eingang (nummer bigint generated always as identity primary key,"
                + " nachricht_id varchar(64) not null unique, antragsteller varchar(200) not null, inhalt clob not null,"
                + " eingegangen timestamp with time zone default current_timestamp)",
        "create view if not exists bescheide as select nummer, nachricht_id, antragsteller,"
                + " 'erteilt' as entscheidung, eingegangen as geaendert from eingang"
    };

    private final Server server;
    private final Cable cable;
    private final String database;
    private final String password;
    private boolean down;

    /** @param folder where the database is kept */
    public LicenceOffice(Path folder, String password) {
        this.database = folder.toAbsolutePath().resolve("fischerei").toString();
        this.password = password;
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            cable = new Cable(server.getPort());
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : SCHEMA) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The licence office does not open", e);
        }
    }

    /** Where the hub finds the database, for JDBC. */
    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + cable.port() + "/" + database;
    }

    /** A connection of the office's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + database, USER, password);
    }

    /**
     * Switches the fault: {@link Fault.Down} refuses connections and cuts those that stand.
     *
     * @throws IllegalArgumentException for faults this database does not have
     */
    public synchronized void fault(Fault next) {
        boolean goesDown = next instanceof Fault.Down;
        if (!goesDown && !(next instanceof Fault.None)) {
            throw new IllegalArgumentException("This database knows no " + next);
        }
        if (goesDown && !down) {
            cable.down();
        } else if (down && !goesDown) {
            cable.up();
        }
        down = goesDown;
    }

    @Override
    public void close() {
        cable.close();
        server.stop();
    }
}
