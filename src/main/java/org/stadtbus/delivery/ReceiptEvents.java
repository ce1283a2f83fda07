package org.stadtbus.delivery;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.envelope.ReportedFailure;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/** What the journal says of receipts; the target's document is kept with them. */
record ReceiptEvents(Clock clock) {

    Outbox delivered(String procedure, Message message, Receipt receipt) {
        String id = Ids.derived(message.envelope().messageId(), "delivered", procedure);
        return proof(
                id, EventType.DELIVERED, procedure, message, "Zugestellt: " + receipt.text() + ".", receipt.document());
    }

    /** The final proof that came later. */
    Outbox proven(String procedure, Message message, Receipt receipt) {
        String id = later(procedure, message);
        return proof(
                id, EventType.DELIVERED, procedure, message, "Quittung: " + receipt.text() + ".", receipt.document());
    }

    /** No final proof came; the target is not asked any more. */
    Outbox unproven(String procedure, Message message, String why) {
        String sentence = "Es kam keine abschließende Quittung, der Hub fragt nicht weiter nach: " + why;
        return proof(later(procedure, message), EventType.UNPROVEN, procedure, message, sentence, null);
    }

    /** What a failure brings with it: the target's report where it is one, else nothing. */
    Outbox failed(String procedure, Message message, HubException why) {
        if (!(why instanceof ReportedFailure reported)) {
            return new Outbox();
        }
        Envelope e = message.envelope();
        String id = Ids.derived(e.messageId(), "undeliverable" + e.replayMark(), procedure);
        return proof(id, EventType.UNDELIVERABLE, procedure, message, why.sentence(), reported.report());
    }

    private static String later(String procedure, Message message) {
        Envelope e = message.envelope();
        return Ids.derived(e.messageId(), "proof" + e.replayMark(), procedure);
    }

    private Outbox proof(
            String id, EventType type, String procedure, Message message, String sentence, byte @Nullable [] document) {
        PayloadRef kept = document == null ? null : reference(message, document);
        JournalEvent event =
                new JournalEvent(id, type, Instant.now(clock), procedure, sentence, null, message.envelope(), kept);
        return document == null ? new Outbox().journal(event) : new Outbox().journal(event, document);
    }

    private static PayloadRef reference(Message message, byte[] proof) {
        String name = message.envelope().messageId() + ".quittung.xml";
        return new PayloadRef(Ids.sha256(proof), proof.length, "application/xml", name);
    }
}
