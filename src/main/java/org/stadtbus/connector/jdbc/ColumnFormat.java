package org.stadtbus.connector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row that holds the message, XML, in one column: bytes as they are, text in UTF-8. */
final class ColumnFormat extends RowFormat {
    private final String column;

    ColumnFormat(String column) {
        this.column = column;
    }

    @Override
    byte[] bytes(ResultSet row) throws SQLException {
        if (row.getObject(column) instanceof byte[] bytes) {
            return bytes;
        }
        String text = row.getString(column);
        return text == null ? new byte[0] : text.getBytes(UTF_8);
    }

    @Override
    String contentType() {
        return "application/xml";
    }

    @Override
    String extension() {
        return "xml";
    }
}
