package org.stadtbus.connector.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A row as {@code <zeile><spalte name="…">…</spalte></zeile>}: columns without a value are left out, bytes are in Base64, all else is as
 * the database writes it.
 */
final class XmlFormat extends RowFormat {
    /** Not in the production Char of XML 1.0, section 2.2. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLOutputFactory xml = XMLOutputFactory.newDefaultFactory();

    @Override
    byte[] bytes(ResultSet row) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = xml.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("zeile");
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                write(writer, columns.getColumnLabel(i), text(row, i));
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(XMLStreamWriter writer, String name, @org.jspecify.annotations.Nullable String text)
            throws XMLStreamException, IOException {
        if (text == null) {
            return;
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw new IOException("A letter that XML does not have");
        }
        writer.writeStartElement("spalte");
        writer.writeAttribute("name", name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    private static @org.jspecify.annotations.Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof byte[] bytes
                ? Base64.getEncoder().encodeToString(bytes)
                : row.getString(column);
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
