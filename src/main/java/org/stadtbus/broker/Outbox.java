package org.stadtbus.broker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.journal.JournalEvent;

/** Everything one step wants to send; it leaves together with the commit of what was consumed, or not at all. */
public final class Outbox {
    private final List<Outgoing> messages = new ArrayList<>();
    private final List<Announcement> events = new ArrayList<>();

    /** Adds a message; one that is there already, by queue and duplicate key, is not added again. */
    public Outbox send(Outgoing outgoing) {
        // the broker compares only with what was committed before
        if (messages.stream().noneMatch(outgoing::isSameAs)) {
            messages.add(outgoing);
        }
        return this;
    }

    /** Adds a journal event without payload. */
    public Outbox journal(JournalEvent event) {
        events.add(new Announcement(event, null));
        return this;
    }

    /** Adds a journal event with the payload it announces. */
    public Outbox journal(JournalEvent event, byte[] payload) {
        events.add(new Announcement(event, payload));
        return this;
    }

    /** The messages, in the order they were added. */
    public List<Outgoing> messages() {
        return List.copyOf(messages);
    }

    /** The journal events, in the order they happened. */
    public List<Announcement> events() {
        return List.copyOf(events);
    }

    /** An event and the payload it announces. */
    public record Announcement(JournalEvent event, byte @Nullable [] payload) {}
}
