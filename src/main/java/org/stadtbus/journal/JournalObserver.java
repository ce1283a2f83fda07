package org.stadtbus.journal;

/** Is told of every event right after it was projected, once per event. It must not throw and not wait. */
@FunctionalInterface
public interface JournalObserver {

    /** The event is in the database now. */
    void projected(JournalEvent event);
}
