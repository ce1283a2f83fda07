package org.stadtbus.connector.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Puts what a database did into one of the three failure kinds, by the class of its SQLSTATE (ISO/IEC 9075-2, section 24.1). What a
 * database says in words is not repeated: it may quote the row.
 */
public final class JdbcFailures {
    /** Connection, transaction roll-back with deadlock, resources, operator's intervention. */
    private static final Set<String> PASSES = Set.of("08", "40", "53", "57", "58");
    /** PostgreSQL: another transaction holds the lock. */
    private static final String LOCKED = "55P03";
    /** Invalid authorization. */
    private static final String LOGIN = "28";
    /** Data exception, integrity constraint, cardinality: the values are at fault. */
    private static final Set<String> VALUES = Set.of("21", "22", "23");
    /** SIGNAL of a stored procedure (ISO/IEC 9075-4), and the same of PostgreSQL. */
    private static final Set<String> RAISED = Set.of("45", "P0");

    private static final int CLASS = 2;

    private JdbcFailures() {}

    static HubException explain(Throwable thrown) {
        return Causes.of(thrown)
                .flatMap(t -> explained(t, thrown).stream())
                .findFirst()
                .orElseGet(() -> unavailable(thrown));
    }

    /** True when the row itself cannot be read, and the next one may be. */
    static boolean isOfTheRow(SQLException e) {
        return VALUES.contains(stateClass(e));
    }

    private static Optional<HubException> explained(Throwable t, Throwable thrown) {
        if (t instanceof HubException already) {
            return Optional.of(already);
        }
        if (t instanceof InvalidDataAccessApiUsageException) {
            return permanent(
                    "jdbc-parameter",
                    "Die Anweisung nennt einen Parameter, für den es keinen Wert gibt. Bitte den Anschluss berichtigen.",
                    thrown);
        }
        return t instanceof SQLException sql ? answered(sql, thrown) : Optional.empty();
    }

    private static Optional<HubException> answered(SQLException sql, Throwable thrown) {
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        String group = stateClass(sql);
        if (state.isEmpty()
                || PASSES.contains(group)
                || state.equals(LOCKED)
                || sql instanceof SQLTransientException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException) {
            return Optional.of(unavailable(thrown));
        }
        if (group.equals(LOGIN)) {
            return permanent(
                    "jdbc-login",
                    "Die Datenbank hat die Anmeldung abgelehnt. Bitte Benutzer und Kennwort des Anschlusses prüfen.",
                    thrown);
        }
        if (VALUES.contains(group) || RAISED.contains(group)) {
            return Optional.of(new HubException(
                    FailureKind.REJECTED,
                    "jdbc-refused",
                    "Die Datenbank des Fachverfahrens nimmt den Inhalt der Nachricht nicht an (SQLSTATE " + state
                            + ").",
                    thrown));
        }
        return permanent(
                "jdbc-statement",
                "Die Datenbank führt die Anweisung nicht aus (SQLSTATE " + state
                        + "). Bitte Anweisung, Tabelle und Rechte des Anschlusses prüfen.",
                thrown);
    }

    private static String stateClass(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return state.substring(0, Math.min(CLASS, state.length()));
    }

    private static HubException unavailable(Throwable thrown) {
        return HubException.temporary(
                "jdbc-unavailable",
                "Die Datenbank ist nicht erreichbar, hat die Verbindung abgebrochen oder ist zurzeit gesperrt ("
                        + Causes.kind(thrown) + ").",
                thrown);
    }

    private static Optional<HubException> permanent(String code, String sentence, Throwable thrown) {
        return Optional.of(new HubException(FailureKind.PERMANENT, code, sentence, thrown));
    }
}
