package org.stadtbus.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are written into bytes: {@code in.layout.yaml} and {@code out.layout.yaml} beside a mapping (JSON Schema
 * {@code layout.schema.json}). The stylesheet knows rows only, as a JSON array of objects with the columns' names.
 *
 * @param form cells between separators or of fixed width
 * @param charset IANA name of the encoding
 * @param lineEnd what ends each row
 * @param separator between two cells of a row, one character; of no meaning for fixed width
 * @param header whether the first row holds the columns' names; of no meaning for fixed width
 * @param columns in the order of the row
 */
record Layout(
        @JsonProperty(required = true) Form form,
        @JsonProperty(required = true) String charset,
        @JsonProperty(required = true) LineEnd lineEnd,
        @Nullable String separator,
        boolean header,
        @JsonProperty(required = true) List<Column> columns) {

    Layout {
        columns = List.copyOf(columns);
        if (form == Form.FIXED && columns.stream().anyMatch(column -> column.width() == 0)) {
            throw new IllegalArgumentException("Bei fester Breite braucht jede Spalte eine Breite.");
        }
    }

    /** How cells are told apart. */
    enum Form {
        /** Separated values, RFC 4180 with the layout's separator. */
        @JsonProperty("csv")
        CSV,
        /** Each cell has its width, filled up. */
        @JsonProperty("fixed")
        FIXED
    }

    /** What ends a row. */
    enum LineEnd {
        /** Carriage return and line feed. */
        @JsonProperty("crlf")
        CRLF("\r\n"),
        /** Line feed. */
        @JsonProperty("lf")
        LF("\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * One column.
     *
     * @param name as in the header and in the stylesheet's rows
     * @param width characters of the cell, for separated values the most it may hold; 0 for any number
     * @param right whether the value stands at the right end of a cell of fixed width
     * @param fill what fills such a cell, one character; a blank when absent
     */
    record Column(@JsonProperty(required = true) String name, int width, boolean right, @Nullable String fill) {

        String filler() {
            return fill == null ? " " : fill;
        }
    }

    Charset encoding() {
        return Charset.forName(charset);
    }

    char delimiter() {
        return separator == null ? ';' : separator.charAt(0);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** For sentences: which set the other side works with. */
    String charsetName() {
        return encoding().name().toUpperCase(Locale.ROOT);
    }
}
