package org.stadtbus.connector.jdbc;

import org.stadtbus.connector.PollWatch;

/** Watches over a table. */
public final class JdbcWatch extends PollWatch {

    /** Words failures as the sink does. */
    public JdbcWatch() {
        super(JdbcFailures::explain);
    }
}
