package org.stadtbus.flow;

import org.stadtbus.envelope.Envelope;
import org.stadtbus.mapping.MappingContext;

/** What a mapping may know besides the payload. */
final class MappingContexts {

    /** The context for making the message with this id out of the one with this envelope. */
    MappingContext of(Envelope parent, String messageId) {
        return MappingContext.of(parent, messageId);
    }
}
