package org.stadtbus.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.journal.JournalEvent;

/** Everything one step wants to send; it leaves together with the commit of what was consumed, or not at all. */
public final class Outbox {
    private final List<Outgoing> messages = new ArrayList<>();
    private final List<Announcement> events = new ArrayList<>();
    private @Nullable Again again;

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

    /** Sends the message in hand again; only for a handler's outbox. */
    public Outbox again(Again later) {
        again = later;
        return this;
    }

    /** How the message in hand is to be sent again; empty when it is done with. */
    public Optional<Again> again() {
        return Optional.ofNullable(again);
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
