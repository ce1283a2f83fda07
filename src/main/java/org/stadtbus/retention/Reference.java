package org.stadtbus.retention;

import java.util.ArrayList;
import java.util.List;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.journal.JournalEvent;

/** A journey's need of a content in a drawer of the vault. */
record Reference(String journeyId, String drawer, String sha256) {

    /** What the event says is needed. Looking and deleting make no need. */
    static List<Reference> of(JournalEvent event) {
        List<Reference> needs = new ArrayList<>();
        Envelope e = event.envelope();
        if (event.type().moves()) {
            JournalEvent.PayloadRef payload = event.payload();
            if (payload != null) {
                needs.add(new Reference(e.journeyId(), e.drawer(), payload.sha256()));
            }
            e.attachments().forEach(file -> needs.add(new Reference(e.journeyId(), e.drawer(), file.sha256())));
        }
        return needs;
    }
}
