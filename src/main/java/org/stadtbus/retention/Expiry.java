package org.stadtbus.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalWriter;

/**
 * Forgets journeys whose retention period is over. The period begins with a journey's last change: nobody tells the hub when a
 * forwarded application is done with. A journey in clearing, or with a message on any queue, is not forgotten.
 */
@Component
class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final String SYSTEM = "stadtbus";
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final RetentionProperties properties;
    private final JournalQueries journal;
    private final JournalWriter writer;
    private final ReferenceTable references;
    private final Clock clock;

    Expiry(
            JdbcClient jdbc,
            Catalogue catalogue,
            RetentionProperties properties,
            JournalQueries journal,
            JournalWriter writer,
            ReferenceTable references,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.properties = properties;
        this.journal = journal;
        this.writer = writer;
        this.references = references;
        this.clock = clock;
    }

    /** A journey and when it last changed. */
    private record Ended(String journeyId, Instant changedAt) {}

    /**
     * Journals and forgets all journeys that are due.
     *
     * @param waiting journeys with a message on some queue
     * @param dryRun only counts
     * @return how many
     */
    long run(Set<String> waiting, boolean dryRun) {
        long forgotten = run("", properties.unassigned(), waiting, dryRun);
        for (ServiceRoute route : catalogue.routes()) {
            forgotten += run(route.service(), Period.parse(route.retention()), waiting, dryRun);
        }
        return forgotten;
    }

    private long run(String service, Period retention, Set<String> waiting, boolean dryRun) {
        Instant limit = clock.instant().atZone(CITY).minus(retention).toInstant();
        long forgotten = 0;
        String after = "";
        List<Ended> page = page(service, limit, after);
        while (!page.isEmpty()) {
            for (Ended ended : page) {
                if (!waiting.contains(ended.journeyId())) {
                    forgotten++;
                    if (!dryRun) {
                        forget(ended, retention);
                    }
                }
            }
            after = page.get(page.size() - 1).journeyId();
            page = page(service, limit, after);
        }
        return forgotten;
    }

    private List<Ended> page(String service, Instant limit, String after) {
        return jdbc.sql(
                        """
                        select journey_id, changed_at from journey j
                        where service = :service and changed_at < :limit and state is not null and state <> :clearing
                          and journey_id > :after
                          and exists (select 1 from vault_reference r where r.journey_id = j.journey_id)
                        order by journey_id limit :page
                        """)
                .param("service", service)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("clearing", JourneyState.CLEARING.code())
                .param("after", after)
                .param("page", PAGE)
                .query((row, n) -> new Ended(
                        row.getString("journey_id"),
                        row.getObject("changed_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }

    /** The event first: broken off in between, the next run writes the same event again, which the journal keeps once. */
    private void forget(Ended ended, Period retention) {
        Optional<Envelope> label = journal.steps(ended.journeyId()).stream()
                .findFirst()
                .flatMap(step -> journal.message(step.messageId()))
                .filter(envelope -> envelope.journeyId().equals(ended.journeyId()));
        if (label.isEmpty()) {
            LOG.warn("Journey {} has no message to journal its deletion with; its payloads stay", ended.journeyId());
            return;
        }
        writer.write(event(label.get().withoutAttachments(), ended, retention), null);
        references.forget(ended.journeyId());
    }

    private JournalEvent event(Envelope label, Ended ended, Period retention) {
        return new JournalEvent(
                Ids.derived(
                        ended.journeyId(),
                        EventType.DELETED.name(),
                        ended.changedAt().toString()),
                EventType.DELETED,
                clock.instant(),
                SYSTEM,
                "Nutzdaten und Anlagen gelöscht nach Aufbewahrungsfrist (" + Periods.words(retention) + ").",
                null,
                label,
                null);
    }
}
