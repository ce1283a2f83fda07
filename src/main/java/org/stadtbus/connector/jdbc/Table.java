package org.stadtbus.connector.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/** A table or view, read on from a place in the order of its watermark; rows of the same watermark in the order of their key. */
final class Table {
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*";

    private final JdbcTemplate jdbc;
    private final String name;
    private final String watermark;
    private final String key;
    private final String condition;
    private final RowFormat format;

    /**
     * @param condition SQL that a row must fulfil; empty for none
     * @param pageSize how many rows are read at once
     * @throws IllegalArgumentException when a name is none of a table or column
     */
    Table(
            Database database,
            String name,
            String watermark,
            String key,
            String condition,
            int pageSize,
            RowFormat format) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setMaxRows(pageSize);
        this.name = checked(name);
        this.watermark = checked(watermark);
        this.key = checked(key);
        this.condition = condition.isBlank() ? "" : " and (" + condition + ")";
        this.format = format;
    }

    private static String checked(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("»" + name + "« ist kein Name einer Tabelle oder Spalte");
        }
        return name;
    }

    /** The next rows behind this place; from the beginning when there is none. */
    List<Row> after(Optional<Place> place) {
        List<Column> order = order();
        String sql = "select * from %1$s where %2$s is not null and %3$s is not null%4$s%5$s order by %2$s, %3$s"
                .formatted(name, watermark, key, condition, place.isPresent() ? behind(order) : "");
        Object[] values = place.map(p -> new Object[] {
                    order.get(0).value(p.watermark()),
                    order.get(0).value(p.watermark()),
                    order.get(1).value(p.key())
                })
                .orElse(new Object[0]);
        return jdbc.query(sql, (row, number) -> format.row(row, watermark, key), values);
    }

    private String behind(List<Column> order) {
        String at = order.get(0).placeholder();
        return " and %1$s >= %2$s and (%1$s > %2$s or %3$s > %4$s)"
                .formatted(watermark, at, key, order.get(1).placeholder());
    }

    private List<Column> order() {
        ResultSetExtractor<List<Column>> columns =
                none -> List.of(Column.of(none.getMetaData(), 1, watermark), Column.of(none.getMetaData(), 2, key));
        return jdbc.query("select %s, %s from %s where 1 = 0".formatted(watermark, key, name), columns);
    }
}
