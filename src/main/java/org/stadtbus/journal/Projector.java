package org.stadtbus.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadtbus.vault.Vault;

/** Writes events into the database: the hash chain, where each journey stands, and the newest envelope of each message. */
public final class Projector {
    private final Chain chain;
    private final JourneyWriter journeys;
    private final CheckpointNote note;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final List<Projection> projections;
    private final List<JournalObserver> observers;

    Projector(
            Chain chain,
            JourneyWriter journeys,
            CheckpointNote note,
            PlatformTransactionManager transactions,
            Vault vault,
            List<Projection> projections,
            List<JournalObserver> observers) {
        this.chain = chain;
        this.journeys = journeys;
        this.note = note;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
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
        Chain.Appended appended = distinct.isEmpty() ? null : transaction.execute(status -> write(distinct));
        if (appended != null) {
            Checkpoint newest = appended.newest();
            if (newest != null) {
                note.note(newest);
            }
            events(appended).forEach(event -> observers.forEach(observer -> observer.projected(event)));
        }
    }

    private Chain.Appended write(Map<String, JournalEvent> batch) {
        Chain.Appended appended = chain.append(batch);
        if (!appended.links().isEmpty()) {
            journeys.write(appended.links());
            List<JournalEvent> fresh = events(appended);
            projections.forEach(projection -> projection.write(fresh));
        }
        return appended;
    }

    private static List<JournalEvent> events(Chain.Appended appended) {
        return appended.links().stream().map(EventTable.Link::event).toList();
    }
}
