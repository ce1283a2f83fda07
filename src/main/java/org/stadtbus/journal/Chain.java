package org.stadtbus.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends events to the hash chain and signs its checkpoints; used inside a transaction. */
final class Chain {
    private final EventTable events;
    private final CheckpointTable checkpoints;
    private final JournalCodec codec;
    private final JournalKey key;
    private final Duration interval;
    private final Clock clock;

    private Chain(
            EventTable events,
            CheckpointTable checkpoints,
            JournalCodec codec,
            JournalKey key,
            Duration interval,
            Clock clock) {
        this.events = events;
        this.checkpoints = checkpoints;
        this.codec = codec;
        this.key = key;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * On this database.
     *
     * @param interval a checkpoint is due after this time even when there were few events
     */
    static Chain on(
            NamedParameterJdbcTemplate jdbc, JournalCodec codec, JournalKey key, Duration interval, Clock clock) {
        return new Chain(
                new EventTable(jdbc), new CheckpointTable(JdbcClient.create(jdbc)), codec, key, interval, clock);
    }

    /**
     * What became part of the chain.
     *
     * @param links the events that were not in it, in their order
     * @param newest the last checkpoint made with them; absent when none was due
     */
    record Appended(List<EventTable.Link> links, @Nullable Checkpoint newest) {}

    /** Appends what the chain does not have yet. Other writers wait until the transaction ends. */
    Appended append(Map<String, JournalEvent> batch) {
        EventTable.Head head = events.lockHead();
        Set<String> known = events.knownEvents(batch.keySet());
        List<JournalEvent> fresh = batch.values().stream()
                .filter(e -> !known.contains(e.eventId()))
                .toList();
        if (fresh.isEmpty()) {
            return new Appended(List.of(), null);
        }
        List<EventTable.Link> links = links(head, fresh);
        events.append(links);
        List<Checkpoint> due = due(head, links);
        due.forEach(checkpoints::insert);
        EventTable.Link last = links.get(links.size() - 1);
        Checkpoint newest = due.isEmpty() ? null : due.get(due.size() - 1);
        events.moveHead(head.moved(last, newest));
        return new Appended(links, newest);
    }

    private List<EventTable.Link> links(EventTable.Head head, List<JournalEvent> fresh) {
        List<EventTable.Link> links = new ArrayList<>();
        long number = head.number();
        String previous = head.hash();
        for (JournalEvent event : fresh) {
            String json = codec.write(event);
            String hash = HashChain.next(previous, json);
            links.add(new EventTable.Link(++number, event, json, previous, hash));
            previous = hash;
        }
        return links;
    }

    private List<Checkpoint> due(EventTable.Head head, List<EventTable.Link> links) {
        Instant now = clock.instant();
        List<Checkpoint> due = new ArrayList<>();
        boolean overdue = head.checkpointAt() == null
                || head.checkpointAt().plus(interval).isBefore(now);
        long previous = head.checkpoint();
        EventTable.Link last = links.get(links.size() - 1);
        for (EventTable.Link link : links) {
            boolean full = link.number() - previous >= Checkpoint.EVERY && head.checkpointAt() != null;
            if (full || (overdue && due.isEmpty() && link == last)) {
                due.add(Checkpoint.sign(key, link.number(), link.hash(), now, previous));
                previous = link.number();
            }
        }
        return due;
    }
}
