package org.stadtbus.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.stadtbus.envelope.HubException;
import org.stadtbus.mapping.Layout.Column;
import org.stadtbus.mapping.Layout.Form;

/** Writes a stylesheet's rows in a layout. Nothing is cut, replaced or left out silently. */
final class TableWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Layout layout;

    TableWriter(Layout layout) {
        this.layout = layout;
    }

    /**
     * The table.
     *
     * @param rows JSON array of objects; a column that a row does not name is empty
     * @throws HubException rejected when a value is longer than its column, holds a line break that the layout cannot hold, or has a
     *     letter its character set lacks; permanent when the stylesheet did not make rows of these columns
     */
    byte[] write(String rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, TableReader.format(layout))) {
            if (layout.form() == Form.CSV && layout.header()) {
                printer.printRecord(layout.names());
            }
            int number = 0;
            for (Map<String, Object> row : read(rows)) {
                List<String> cells = cells(row, ++number);
                if (layout.form() == Form.CSV) {
                    printer.printRecord(cells);
                } else {
                    text.append(String.join("", cells)).append(layout.lineEnd().text());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StrictEncoder.encode(text.toString(), layout.encoding());
    }

    private List<Map<String, Object>> read(String rows) {
        try {
            List<Map<String, Object>> read = JSON.readValue(rows, new TypeReference<>() {});
            if (read.stream().allMatch(row -> layout.names().containsAll(row.keySet()))) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // said below: what was made may hold personal data
        }
        throw HubException.permanent(
                "mapping-failed",
                "Die Abbildung hat keine Zeilen mit den Spalten ihres Tabellenaufbaus gemacht; das ist ein Fehler der Abbildung, nicht der Nachricht.");
    }

    private List<String> cells(Map<String, Object> row, int number) {
        return layout.columns().stream()
                .map(column -> cell(column, row.getOrDefault(column.name(), ""), number))
                .toList();
    }

    private String cell(Column column, Object value, int number) {
        String text = String.valueOf(value);
        int length = text.codePointCount(0, text.length());
        if (column.width() > 0 && length > column.width()) {
            throw HubException.rejected(
                    "field-too-long",
                    "Das Feld " + column.name() + " in Zeile " + number + " hat " + length
                            + " Zeichen, das Fachverfahren nimmt höchstens " + column.width()
                            + "; bitte kürzer angeben.");
        }
        if (layout.form() == Form.CSV) {
            return text;
        }
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n')) {
            throw HubException.rejected(
                    "field-with-line-break",
                    "Das Feld " + column.name() + " in Zeile " + number
                            + " enthält einen Zeilenumbruch, den das Fachverfahren nicht nimmt; bitte einzeilig angeben.");
        }
        String filling = column.filler().repeat(column.width() - length);
        return column.right() ? filling + text : text + filling;
    }
}
