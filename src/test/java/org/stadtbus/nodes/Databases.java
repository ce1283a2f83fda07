package org.stadtbus.nodes;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;

/** Databases of hubs, seen from the test. */
final class Databases {
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private Databases() {}

    /** The embedded one of a hub that does not run. */
    static DataSource of(Path data) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + data.resolve("db/stadtbus") + OPTIONS, "", "");
    }

    /** A database server that several hubs share. */
    record Shared(Server server) implements AutoCloseable {

        static Shared start(Path folder) throws SQLException {
            return new Shared(Server.createTcpServer(
                            "-tcpPort",
                            "0",
                            "-ifNotExists",
                            "-baseDir",
                            folder.toAbsolutePath().toString())
                    .start());
        }

        String url() {
            return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./stadtbus" + OPTIONS + ";WRITE_DELAY=0";
        }

        DataSource dataSource() {
            return JdbcConnectionPool.create(url(), "", "");
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
