package org.stadtbus.flow;

import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.MappingResult;

/** {@code hub:map?mapping=<id>}: makes a new message of the current one; doing it again gives the same message id. */
final class MapStep {
    private final Mapping mapping;
    private final MappingContexts contexts;

    MapStep(Mapping mapping, MappingContexts contexts) {
        this.mapping = mapping;
        this.contexts = contexts;
    }

    void perform(Hop hop) {
        String id = Ids.derived(hop.envelope().messageId(), mapping.id());
        MappingResult made = mapping.apply(hop.current().payload(), hop.tree(), contexts.of(hop.envelope(), id));
        hop.become(new Message(
                hop.envelope().derived(id, made.messageType(), made.contentType(), made.extension()), made.bytes()));
        hop.journalWithPayload(EventType.MAPPED, "stadtbus", "Abgebildet mit " + mapping.id() + ".");
    }
}
