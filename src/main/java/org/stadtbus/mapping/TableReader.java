package org.stadtbus.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.StringUtils;
import org.stadtbus.envelope.HubException;
import org.stadtbus.mapping.Layout.Column;
import org.stadtbus.mapping.Layout.Form;

/** Reads a table in a layout into the rows a stylesheet gets. */
final class TableReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Layout layout;

    TableReader(Layout layout) {
        this.layout = layout;
    }

    static CSVFormat format(Layout layout) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(layout.delimiter())
                .setRecordSeparator(layout.lineEnd().text())
                .get();
    }

    /**
     * The rows as a JSON array of objects, every value a string.
     *
     * @throws HubException rejected when a byte is no letter of the layout's character set, or header, number or width of the cells are
     *     not the layout's; the sentence names the row (from 1, the header included)
     */
    String read(byte[] bytes) {
        String text = StrictDecoder.decode(bytes, layout.encoding());
        List<List<String>> table = layout.form() == Form.CSV ? separated(text) : fixed(text);
        ArrayNode rows = JSON.createArrayNode();
        for (List<String> cells : table) {
            ObjectNode row = rows.addObject();
            for (int i = 0; i < cells.size(); i++) {
                row.put(layout.columns().get(i).name(), cells.get(i));
            }
        }
        return rows.toString();
    }

    private List<List<String>> separated(String text) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format(layout))) {
            for (CSVRecord row : parser) {
                if (row.size() != layout.columns().size()) {
                    throw misshapen(
                            row.getRecordNumber(),
                            row.size() + " statt " + layout.columns().size() + " Felder");
                }
                rows.add(row.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw misshapen(rows.size() + 1L, "falsch gesetzte Anführungszeichen");
        }
        if (layout.header() && (rows.isEmpty() || !rows.remove(0).equals(layout.names()))) {
            throw misshapen(1, "andere Spaltennamen als vereinbart");
        }
        return rows;
    }

    private List<List<String>> fixed(String text) {
        List<List<String>> rows = new ArrayList<>();
        int width = layout.columns().stream().mapToInt(Column::width).sum();
        String[] lines = StringUtils.splitByWholeSeparatorPreserveAllTokens(
                StringUtils.removeEnd(text, layout.lineEnd().text()),
                layout.lineEnd().text());
        for (String line : lines) {
            int[] letters = line.codePoints().toArray();
            if (letters.length != width) {
                throw misshapen(rows.size() + 1L, letters.length + " statt " + width + " Zeichen");
            }
            List<String> cells = new ArrayList<>();
            int at = 0;
            for (Column column : layout.columns()) {
                cells.add(value(column, new String(letters, at, column.width())));
                at += column.width();
            }
            rows.add(cells);
        }
        return rows;
    }

    /** What was filled up with is taken away; of nothing but zeros one is left. */
    private static String value(Column column, String cell) {
        String value = column.right()
                ? StringUtils.stripStart(cell, column.filler())
                : StringUtils.stripEnd(cell, column.filler());
        return value.isEmpty() && "0".equals(column.filler()) ? "0" : value;
    }

    private static HubException misshapen(long row, String what) {
        return HubException.rejected(
                "table-shape",
                "Die Zeile " + row + " der Tabelle hat " + what + "; bitte im vereinbarten Aufbau neu einreichen.");
    }
}
