package org.stadtbus.connector.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * A column by which rows are ordered, and how a place in it goes back to the database as the text the database gave: numbers and letters
 * as they are; all else, above all times, is cast there, because a driver's idea of a time has a time zone and a precision of its own.
 */
record Column(String name, int type, String typeName) {
    private static final Set<Integer> PLAIN = Set.of(
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.CHAR,
            Types.VARCHAR,
            Types.LONGVARCHAR,
            Types.NCHAR,
            Types.NVARCHAR);

    static Column of(ResultSetMetaData columns, int index, String name) throws SQLException {
        return new Column(name, columns.getColumnType(index), columns.getColumnTypeName(index));
    }

    /** The mark in a statement at which {@link #value} is bound. */
    String placeholder() {
        return PLAIN.contains(type) ? "?" : "cast(? as " + typeName + ")";
    }

    SqlParameterValue value(String text) {
        return new SqlParameterValue(PLAIN.contains(type) ? type : Types.VARCHAR, text);
    }
}
