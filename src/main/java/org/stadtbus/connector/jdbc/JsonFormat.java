package org.stadtbus.connector.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** A row as a JSON object: numbers and truth values as such, bytes in Base64, all else as the database writes it. */
final class JsonFormat extends RowFormat {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    byte[] bytes(ResultSet row) throws SQLException, IOException {
        ObjectNode object = json.createObjectNode();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            put(object, columns.getColumnLabel(i), row, i);
        }
        return json.writeValueAsBytes(object);
    }

    private static void put(ObjectNode object, String name, ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            object.putNull(name);
        } else if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
            object.put(name, row.getBigDecimal(column));
        } else if (value instanceof Boolean truth) {
            object.put(name, truth);
        } else if (value instanceof byte[] bytes) {
            object.put(name, bytes);
        } else {
            object.put(name, row.getString(column));
        }
    }

    @Override
    String contentType() {
        return "application/json";
    }

    @Override
    String extension() {
        return "json";
    }
}
