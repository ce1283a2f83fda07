package org.stadtbus.connector.jdbc;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;
import org.springframework.dao.DataAccessException;
import org.stadtbus.broker.Bookmarks;
import org.stadtbus.broker.Bookmarks.Bookmark;
import org.stadtbus.broker.Broker;
import org.stadtbus.connector.References;

/**
 * Reads a table page by page from the bookmark on, and moves the bookmark behind a row that the hub has. Used by one thread, which
 * Camel's scheduler is: a page is read when all rows before it are done.
 */
public final class Reading {
    /** Exchange property with the {@link Row} in hand. */
    private static final String ROW = "stadtbus.row";

    private final Table table;
    private final RowFormat format;
    private final String procedure;
    private final int pageSize;
    private Bookmark bookmark = Bookmark.BEGINNING;

    /**
     * @param procedure whose table it is, and whose bookmark
     * @param table, watermark, key, condition as in {@link Table}
     * @param format as in {@link RowFormat}
     */
    public Reading(
            Database database,
            String procedure,
            String table,
            String watermark,
            String key,
            String condition,
            String format,
            int pageSize) {
        this.format = RowFormat.of(format);
        this.table = new Table(database, table, watermark, key, condition, pageSize, this.format);
        this.procedure = procedure;
        this.pageSize = pageSize;
    }

    /** Puts the next rows into the body. */
    public void page(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
        bookmark = bookmarks(exchange).read(procedure);
        Optional<Place> place =
                bookmark.equals(Bookmark.BEGINNING) ? Optional.empty() : Optional.of(Place.of(bookmark.text()));
        try {
            exchange.getMessage().setBody(table.after(place));
        } catch (DataAccessException e) {
            throw JdbcFailures.explain(e);
        }
    }

    /** Makes a message of the row in the body. */
    public void row(Exchange exchange) {
        Row row = exchange.getMessage().getBody(Row.class);
        exchange.setProperty(ROW, row);
        row.unreadable().ifPresent(why -> exchange.setProperty("stadtbus.unreadable", why));
        DefaultMessage message = new DefaultMessage(exchange.getContext());
        message.setBody(row.bytes());
        String key = row.place().key();
        message.setHeader("StadtbusDuplicateKey", row.place().text());
        message.setHeader("StadtbusExternalReference", References.of(key));
        message.setHeader("StadtbusContentType", format.contentType());
        message.setHeader("StadtbusExtension", format.extension());
        exchange.setMessage(message);
    }

    /** The hub has the row, or has refused it: it is not read again. */
    public void done(Exchange exchange) {
        Row row = exchange.getProperty(ROW, Row.class);
        bookmark = bookmarks(exchange).move(procedure, bookmark, row.place().text());
    }

    /** The page is done; when it was full, the next one follows at once. */
    public void end(Exchange exchange) {
        exchange.setProperty(
                Exchange.SCHEDULER_POLLED_MESSAGES,
                exchange.getMessage().getBody(List.class).size() >= pageSize);
    }

    private static Bookmarks bookmarks(Exchange exchange) {
        return exchange.getContext()
                .getRegistry()
                .findSingleByType(Broker.class)
                .bookmarks();
    }
}
