package org.stadtbus.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.stadtbus.envelope.Envelope;

/** Where journeys stand, their newest envelopes and what they are found by; used inside a transaction. */
final class JourneyWriter {
    private final JourneyTable journeys;
    private final MessageTable messages;
    private final SearchTable search;
    private final JournalCodec codec;

    private JourneyWriter(JourneyTable journeys, MessageTable messages, SearchTable search, JournalCodec codec) {
        this.journeys = journeys;
        this.messages = messages;
        this.search = search;
        this.codec = codec;
    }

    /** On this database. */
    static JourneyWriter on(NamedParameterJdbcTemplate jdbc, JournalCodec codec) {
        return new JourneyWriter(new JourneyTable(jdbc), new MessageTable(jdbc), new SearchTable(jdbc), codec);
    }

    void write(List<EventTable.Link> links) {
        List<JournalEvent> events = links.stream().map(EventTable.Link::event).toList();
        Map<String, JourneyRow> before =
                journeys.find(distinct(events, e -> e.envelope().journeyId()));
        writeJourneys(links, before);
        writeMessages(events);
        search.addTerms(events.stream()
                .map(JournalEvent::envelope)
                .filter(envelope -> !sameKeys(before.get(envelope.journeyId()), envelope))
                .toList());
        search.addProcedures(SearchTable.met(events));
    }

    private void writeJourneys(List<EventTable.Link> links, Map<String, JourneyRow> before) {
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
        search.beganEarlier(after.values().stream()
                .filter(row -> beganEarlier(before.get(row.journeyId()), row))
                .toList());
    }

    private static boolean beganEarlier(@Nullable JourneyRow before, JourneyRow after) {
        return before != null && !before.receivedAt().equals(after.receivedAt());
    }

    /** The journey is found by this envelope's keys already. */
    private static boolean sameKeys(@Nullable JourneyRow known, Envelope envelope) {
        return known != null
                && known.externalReference().equals(envelope.externalReference())
                && Objects.equals(known.businessKey(), envelope.businessKey());
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
        return all.stream().map(key).collect(Collectors.toSet());
    }
}
