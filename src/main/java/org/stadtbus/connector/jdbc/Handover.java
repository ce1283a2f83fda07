package org.stadtbus.connector.jdbc;

import java.sql.PreparedStatement;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/**
 * Hands a message to a database by one statement, in one transaction with the look whether the message is there: not before it, and
 * without doubt after it. So a repetition writes nothing, and a statement that wrote nothing is no delivery.
 */
public final class Handover implements Processor {
    private static final String ID = ":messageId";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String statement;
    private final String known;
    private final Values values;

    /**
     * @param statement SQL that writes the message, with {@code :name} for a value
     * @param known SELECT that finds a row when the message {@code :messageId} is there
     * @param parameters as in {@link Values}
     * @throws IllegalArgumentException when one of the two does not name {@code :messageId}
     */
    public Handover(Database database, String statement, String known, String parameters) {
        this.jdbc = new NamedParameterJdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.statement = withId("statement", statement);
        this.known = withId("known", known);
        this.values = new Values(parameters);
    }

    private static String withId(String property, String sql) {
        if (!sql.contains(ID)) {
            throw new IllegalArgumentException(
                    property + " muss " + ID + " enthalten, sonst schreibt eine Wiederholung eine zweite Zeile");
        }
        return sql;
    }

    @Override
    public void process(Exchange exchange) {
        MapSqlParameterSource message = values.of(exchange.getProperty("stadtbus.message", Message.class));
        try {
            exchange.getMessage().setHeader("StadtbusReceipt", hand(message));
        } catch (DataAccessException | TransactionException e) {
            throw JdbcFailures.explain(e);
        }
    }

    /** A constraint that is violated may be the one on the message's id: written by an attempt whose answer was lost. */
    private String hand(MapSqlParameterSource message) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> write(message))) ? "geschrieben" : "war schon da";
        } catch (DataIntegrityViolationException e) {
            if (isThere(message)) {
                return "war schon da";
            }
            throw e;
        }
    }

    private boolean write(MapSqlParameterSource message) {
        if (isThere(message)) {
            return false;
        }
        jdbc.execute(statement, message, PreparedStatement::execute);
        if (!isThere(message)) {
            throw HubException.permanent(
                    "jdbc-nothing-written",
                    "Die Datenbank hat die Anweisung ausgeführt, aber die Nachricht steht nicht darin. Bitte »statement« und »known« des Anschlusses prüfen.");
        }
        return true;
    }

    private boolean isThere(MapSqlParameterSource message) {
        return !jdbc.queryForList(known, message).isEmpty();
    }
}
