package org.stadtbus.clearing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times and texts as the database keeps them. */
final class Columns {
    private Columns() {}

    /** To the microsecond, in UTC. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** No longer than the column. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
