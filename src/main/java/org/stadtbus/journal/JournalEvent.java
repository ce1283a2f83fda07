package org.stadtbus.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.JourneyState;

/**
 * One step of a journey. Events carry no payload text; a payload that is new with this event travels beside it.
 *
 * @param eventId unique and the same when the same step is done again, so that the projector stores it once
 * @param type what happened
 * @param at when
 * @param system who did it or where it went: a procedure id, {@code stadtbus}, or a channel
 * @param sentence German sentence for the time line, free of personal data
 * @param state the journey's state from now on; absent when the step changes none
 * @param envelope label of the message the step is about
 * @param payload reference of the message's payload; absent when the step has none
 * @param clearing what the step does to a clearing case; absent when it does nothing to one, as in all events of older hubs
 */
public record JournalEvent(
        String eventId,
        EventType type,
        Instant at,
        String system,
        String sentence,
        @Nullable JourneyState state,
        Envelope envelope,
        @Nullable PayloadRef payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CaseNote clearing) {

    /** A step that does nothing to a clearing case. */
    public JournalEvent(
            String eventId,
            EventType type,
            Instant at,
            String system,
            String sentence,
            @Nullable JourneyState state,
            Envelope envelope,
            @Nullable PayloadRef payload) {
        this(eventId, type, at, system, sentence, state, envelope, payload, null);
    }

    /**
     * Where a payload lies.
     *
     * @param sha256 hex digest and address in the vault
     * @param size in bytes
     * @param contentType media type
     * @param filename name to offer when somebody downloads it
     */
    public record PayloadRef(String sha256, long size, String contentType, String filename) {}
}
