package org.stadtbus.journal;

import java.util.List;

/**
 * One more view of the events in the database. Every bean of this type is called in the database transaction that appends the
 * events to the journal: both are there or neither is.
 */
@FunctionalInterface
public interface Projection {

    /**
     * Writes what this view keeps of the events, through the same data source and without a transaction of its own. No event
     * comes twice unless the transaction was rolled back.
     *
     * @param fresh events the journal did not have yet, in the order of the journal; of one journey they may be older than some
     *     written before
     * @throws org.springframework.dao.DataIntegrityViolationException when an event can never be written: it is put aside, the
     *     others are written without it
     * @throws org.springframework.dao.DataAccessException when the database refuses for now: all are given again later
     */
    void write(List<JournalEvent> fresh);
}
