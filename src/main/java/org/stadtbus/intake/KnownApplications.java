package org.stadtbus.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.journal.JournalQueries;

/**
 * What came in under which journey id: lately by memory, before that by the journal. The broker's duplicate keys let nothing in
 * twice; this only tells the same application from another one under the same key.
 */
final class KnownApplications {
    private static final int KEPT = 10_000;

    private final JournalQueries journal;
    private final Map<String, String> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    KnownApplications(JournalQueries journal) {
        this.journal = journal;
    }

    /** What makes it the same application: form and files, in whatever order. */
    static String fingerprint(String form, List<Attachment> attachments) {
        return form + attachments.stream().map(Attachment::sha256).sorted().toList();
    }

    /**
     * True when this very application came in lately; else it is remembered. Asks no database, so that intake does not wait for it.
     *
     * @throws HubException rejected ({@code key-reused}) when it was another one
     */
    boolean remembers(String journeyId, String fingerprint) {
        return same(remember(journeyId, fingerprint), fingerprint);
    }

    /**
     * True when the journal knows this very application; false when it does not know, or not yet, or its database is away.
     *
     * @throws HubException rejected ({@code key-reused}) when it was another one
     */
    boolean journalled(String journeyId, String fingerprint) {
        return same(journalled(journeyId), fingerprint);
    }

    private static boolean same(Optional<String> before, String fingerprint) {
        if (before.isPresent() && !before.get().equals(fingerprint)) {
            throw HubException.rejected("key-reused", "Unter dieser Kennung ist schon ein anderer Antrag eingegangen.");
        }
        return before.isPresent();
    }

    /** True when an application came in under this id. */
    boolean isTakenIn(String journeyId) {
        synchronized (lately) {
            if (lately.containsKey(journeyId)) {
                return true;
            }
        }
        return journalled(journeyId).isPresent();
    }

    /** It did not come in after all. */
    void forget(String journeyId) {
        synchronized (lately) {
            lately.remove(journeyId);
        }
    }

    private Optional<String> remember(String journeyId, String fingerprint) {
        synchronized (lately) {
            return Optional.ofNullable(lately.putIfAbsent(journeyId, fingerprint));
        }
    }

    private Optional<String> journalled(String journeyId) {
        try {
            return journal.steps(journeyId).stream()
                    .filter(step -> step.type() == EventType.RECEIVED)
                    .flatMap(step -> Optional.ofNullable(step.payload()).map(PayloadRef::sha256).stream()
                            .map(form -> fingerprint(form, step.attachments())))
                    .findFirst();
        } catch (DataAccessException away) {
            // without the projection applications still come in; the broker keeps repeated ones out
            return Optional.empty();
        }
    }
}
