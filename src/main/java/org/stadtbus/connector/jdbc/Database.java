package org.stadtbus.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of a procedure. Each delivery and each look opens a connection of its own: none is kept that a firewall could have cut
 * meanwhile, and 300 databases cost nothing while nobody asks them.
 */
public final class Database extends DriverManagerDataSource {
    private final int timeout;

    /**
     * @param url of JDBC; how long connecting may take is a parameter of the driver in it
     * @param timeout milliseconds without an answer until a connection counts as lost
     */
    public Database(String url, String username, String password, int timeout) {
        super(url, username, password);
        this.timeout = timeout;
    }

    @Override
    protected Connection getConnectionFromDriver(Properties account) throws SQLException {
        Connection connection = super.getConnectionFromDriver(account);
        try {
            connection.setNetworkTimeout(Runnable::run, timeout);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
