package org.stadtbus.intake;

import java.time.Clock;
import java.time.Instant;
import org.stadtbus.envelope.Envelope;

/** The envelopes of what procedures hand in; each begins a journey of its own, until a route joins it to another. */
record AnswerEnvelopes(Clock clock) {

    Envelope of(Incoming incoming, String id) {
        return Envelope.builder(id, id, Instant.now(clock))
                .contentType(incoming.contentType())
                .extension(incoming.extension())
                .channel(incoming.procedure())
                .externalReference(incoming.externalReference())
                .attachments(incoming.attachments())
                .build();
    }
}
