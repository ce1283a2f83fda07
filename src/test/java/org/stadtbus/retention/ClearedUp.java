package org.stadtbus.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.stadtbus.broker.Waiting;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalDatabase;
import org.stadtbus.journal.JournalFeed;
import org.stadtbus.journal.JournalWriter;
import org.stadtbus.journal.ReceivedEvent;
import org.stadtbus.vault.Vault;
import org.stadtbus.vault.VaultAt;

/** A vault, a journal and a collector that lives at any moment. */
final class ClearedUp {
    static final String BAU = "99012018001000";
    static final String GEWERBE = "99050012104000";

    final JournalDatabase db;
    final VaultAt vault;
    private final Waiting.Look queues;

    ClearedUp(Path folder, Waiting.Look queues) throws IOException {
        this.db = JournalDatabase.h2(folder);
        this.vault = new VaultAt(folder);
        this.queues = queues;
    }

    void project(ReceivedEvent... events) {
        db.projector().project(List.of(events));
    }

    /** An application of this service that was forwarded, with this form. */
    Events forwarded(String service, byte[] form) {
        Events journey = Events.journey(service, "ref", Instant.now());
        project(
                journey.event(
                        EventType.RECEIVED,
                        "urn:antrag",
                        "rest",
                        "Antrag eingegangen.",
                        org.stadtbus.envelope.JourneyState.RECEIVED,
                        form),
                journey.state(
                        EventType.STATE,
                        "urn:antrag",
                        "stadtbus",
                        "Weitergeleitet.",
                        org.stadtbus.envelope.JourneyState.FORWARDED));
        return journey;
    }

    Collector collectorAfter(Duration time) {
        return collector(Instant.now().plus(time), (event, payload) -> project(new ReceivedEvent(event, payload)));
    }

    Collector collector(Instant now, JournalWriter writer) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        RetentionProperties properties =
                new RetentionProperties(Duration.ofHours(6), Duration.ofHours(24), Period.ofDays(90));
        ReferenceTable references = new ReferenceTable(
                new NamedParameterJdbcTemplate(db.dataSource()),
                new JdbcTransactionManager(db.dataSource()),
                new JournalFeed(db.jdbc(), new JournalCodec()));
        Expiry expiry = new Expiry(
                db.jdbc(),
                new CatalogueLoader().load(Path.of("")),
                properties,
                db.queries(),
                writer,
                references,
                clock);
        return new Collector(queues, references, expiry, vault.copies(), properties, clock);
    }

    Vault vaultNow() {
        return vault.at(Instant.now());
    }
}
