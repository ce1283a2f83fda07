package org.stadtbus.flow;

import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.MappingResult;

/**
 * {@code hub:map?mapping=<id>}: makes a new message of the current one; doing it again gives the same message id. Its attachments are
 * those of the current one; with {@code attachments=false} it has none, as a receipt that only tells of files.
 */
final class MapStep {
    private final Mapping mapping;
    private final MappingContexts contexts;
    private final boolean attachments;

    /** @param attachments whether the new message has the attachments of the one it is made of */
    MapStep(Mapping mapping, MappingContexts contexts, boolean attachments) {
        this.mapping = mapping;
        this.contexts = contexts;
        this.attachments = attachments;
    }

    void perform(Hop hop) {
        String id = Ids.derived(hop.envelope().messageId(), mapping.id());
        MappingResult made = mapping.apply(hop.current().payload(), hop.tree(), contexts.of(hop.envelope(), id));
        Envelope from = attachments ? hop.envelope() : hop.envelope().withoutAttachments();
        hop.become(
                new Message(from.derived(id, made.messageType(), made.contentType(), made.extension()), made.bytes()));
        hop.journalWithPayload(EventType.MAPPED, "stadtbus", "Abgebildet mit " + mapping.id() + ".");
    }
}
