package org.stadtbus.connector.jdbc;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** How a row becomes a message. */
abstract class RowFormat {

    /**
     * The format of this name.
     *
     * @param format {@code xml}, {@code json}, or {@code column:} with the name of the column that holds the message
     * @throws IllegalArgumentException when it is another one
     */
    static RowFormat of(String format) {
        String column = "column:";
        if (format.startsWith(column)) {
            return new ColumnFormat(format.substring(column.length()).strip());
        }
        return switch (format) {
            case "xml" -> new XmlFormat();
            case "json" -> new JsonFormat();
            default -> throw new IllegalArgumentException("format ist xml, json oder column:<Spalte>, nicht " + format);
        };
    }

    /** The current row; one that cannot be read says so instead. */
    final Row row(ResultSet rows, String watermark, String key) throws SQLException {
        Place place = new Place(rows.getString(watermark), rows.getString(key));
        try {
            return new Row(place, bytes(rows), Optional.empty());
        } catch (SQLException e) {
            if (!JdbcFailures.isOfTheRow(e)) {
                throw e;
            }
            return new Row(place, new byte[0], Optional.of(unreadable(e)));
        } catch (IOException e) {
            return new Row(place, new byte[0], Optional.of(unreadable(e)));
        }
    }

    private static HubException unreadable(Exception cause) {
        return new HubException(
                FailureKind.REJECTED,
                "jdbc-unreadable-row",
                "Die Zeile enthält einen Wert, der sich nicht in eine Nachricht übertragen lässt.",
                cause);
    }

    /** The current row's message; empty when it has none. Throws an {@link IOException} for what the format cannot hold. */
    abstract byte[] bytes(ResultSet row) throws SQLException, IOException;

    /** Media type of the messages. */
    abstract String contentType();

    /** File name extension of the messages. */
    abstract String extension();
}
