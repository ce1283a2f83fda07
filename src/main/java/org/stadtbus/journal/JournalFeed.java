package org.stadtbus.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projected events in the order of the journal, for those who keep a view of their own and catch up when they need it. */
@Component
public final class JournalFeed {
    private final JdbcClient jdbc;
    private final JournalCodec codec;

    /** @param jdbc on the database the projector writes */
    public JournalFeed(JdbcClient jdbc, JournalCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** An event and its place in the journal, from 1. */
    public record Numbered(long number, JournalEvent event) {}

    /**
     * Events after this place, oldest first. Events are numbered in the order in which they became visible, so none appears later
     * before one that was read.
     *
     * @param limit at most this many
     */
    public List<Numbered> after(long number, int limit) {
        return jdbc.sql("select number, event from journal_event where number > :number order by number limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, n) -> new Numbered(row.getLong("number"), codec.read(row.getString("event"))))
                .list();
    }
}
