package org.stadtbus.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadtbus.vault.Vault;

/** Writes events into the database: the hash chain, where each journey stands, and the newest envelope of each message. */
public final class Projector {
    private final EventTable events;
    private final JourneyTable journeys;
    private final MessageTable messages;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final JournalCodec codec;
    private final List<Projection> projections;
    private final List<JournalObserver> observers;

    Projector(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            JournalCodec codec,
            List<Projection> projections,
            List<JournalObserver> observers) {
        this.events = new EventTable(jdbc);
        this.journeys = new JourneyTable(jdbc);
        this.messages = new MessageTable(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.codec = codec;
        this.projections = List.copyOf(projections);
        this.observers = List.copyOf(observers);
    }

    /**
     * Projects a batch in one database transaction; what was projected before changes nothing. Payloads go into the vault
     * first, so that no screen links to one that is not there.
     *
     * @throws org.springframework.dao.DataAccessException when the database refuses; nothing of the batch is projected
     * @throws org.stadtbus.envelope.HubException transient when the vault refuses
     */
    public void project(List<ReceivedEvent> batch) {
        for (ReceivedEvent received : batch) {
            byte[] payload = received.inlinePayload();
            if (payload != null) {
                vault.store(received.event().envelope().drawer(), payload);
            }
        }
        Map<String, JournalEvent> distinct = new LinkedHashMap<>();
        batch.forEach(r -> distinct.putIfAbsent(r.event().eventId(), r.event()));
        if (!distinct.isEmpty()) {
            List<JournalEvent> fresh =
                    Objects.requireNonNullElse(transaction.execute(status -> write(distinct)), List.of());
            observers.forEach(observer -> fresh.forEach(observer::projected));
        }
    }

    private List<JournalEvent> write(Map<String, JournalEvent> batch) {
        EventTable.Head head = events.lockHead();
        Set<String> known = events.knownEvents(batch.keySet());
        List<JournalEvent> fresh = batch.values().stream()
                .filter(e -> !known.contains(e.eventId()))
                .toList();
        if (fresh.isEmpty()) {
            return fresh;
        }
        List<EventTable.Link> links = chain(head, fresh);
        events.append(links);
        EventTable.Link last = links.get(links.size() - 1);
        events.moveHead(new EventTable.Head(last.number(), last.hash()));
        writeJourneys(links);
        writeMessages(fresh);
        projections.forEach(projection -> projection.write(fresh));
        return fresh;
    }

    private List<EventTable.Link> chain(EventTable.Head head, List<JournalEvent> fresh) {
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

    private void writeJourneys(List<EventTable.Link> links) {
        Set<String> ids = distinct(links, l -> l.event().envelope().journeyId());
        Map<String, JourneyRow> before = journeys.find(ids);
        Map<String, JourneyRow> after = new LinkedHashMap<>(before);
        for (EventTable.Link link : links) {
            String id = link.event().envelope().journeyId();
            JourneyRow known = after.get(id);
            after.put(
                    id,
                    known == null
                            ? JourneyRow.first(link.event(), link.number())
                            : known.with(link.event(), link.number()));
        }
        journeys.insert(after.values().stream()
                .filter(row -> !before.containsKey(row.journeyId()))
                .toList());
        journeys.update(after.values().stream()
                .filter(row -> before.containsKey(row.journeyId()))
                .toList());
    }

    private void writeMessages(List<JournalEvent> fresh) {
        Map<String, Instant> before =
                messages.seen(distinct(fresh, e -> e.envelope().messageId()));
        Map<String, MessageTable.Row> newest = new LinkedHashMap<>();
        for (JournalEvent event : fresh) {
            MessageTable.Row row = messageRow(event);
            newest.merge(row.messageId(), row, (a, b) -> b.seenAt().isBefore(a.seenAt()) ? a : b);
        }
        messages.insert(newest.values().stream()
                .filter(row -> !before.containsKey(row.messageId()))
                .toList());
        messages.update(newest.values().stream()
                .filter(row -> before.containsKey(row.messageId())
                        && !row.seenAt().isBefore(before.getOrDefault(row.messageId(), Instant.MAX)))
                .toList());
    }

    private MessageTable.Row messageRow(JournalEvent event) {
        return new MessageTable.Row(
                event.envelope().messageId(),
                event.envelope().journeyId(),
                codec.writeEnvelope(event.envelope()),
                Times.stored(event.at()));
    }

    private static <T> Set<String> distinct(List<T> all, Function<T, String> key) {
        return all.stream().map(key).collect(java.util.stream.Collectors.toSet());
    }
}
