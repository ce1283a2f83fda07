package org.stadtbus.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.JourneyState;

/** What screens and API may ask of the projection. Answers may lag behind the queues by moments. */
public interface JournalQueries {

    /**
     * Journeys, newest first.
     *
     * @param filter what to look for
     * @param limit at most this many, 1 to 500
     */
    List<Journey> journeys(Filter filter, int limit);

    /** One journey; empty when unknown (or not yet projected). */
    Optional<Journey> journey(String journeyId);

    /** The time line of one journey, oldest first; empty when unknown. */
    List<Step> steps(String journeyId);

    /** The envelope of a message the hub once took in or sent; answers are joined by it. */
    Optional<Envelope> message(String messageId);

    /**
     * What a search may ask for; all of it must fit, absent criteria match everything. Upper and lower case are the same in
     * {@code text} and {@code businessKey}.
     *
     * @param text begins a word of an external reference or business key, or a journey id or message id (four signs at least)
     * @param state only journeys in this state
     * @param service only this LeiKa key
     * @param procedure only journeys that this procedure was handed, delivered or answered something
     * @param messageId only the journey of this message
     * @param businessKey only journeys that have or had this whole business key or external reference
     * @param from only journeys received then or later
     * @param until only journeys received before
     * @param before only journeys older than the one with this id (keyset paging)
     */
    record Filter(
            @Nullable String text,
            @Nullable JourneyState state,
            @Nullable String service,
            @Nullable String procedure,
            @Nullable String messageId,
            @Nullable String businessKey,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String before) {
        /** The criteria of the journey list. */
        public Filter(
                @Nullable String text,
                @Nullable JourneyState state,
                @Nullable String service,
                @Nullable String before) {
            this(text, state, service, null, null, null, null, null, before);
        }

        /** Everything. */
        public static Filter all() {
            return new Filter(null, null, null, null);
        }
    }

    /**
     * One row of the journey list.
     *
     * @param stateSentence what the state means for the applicant, plain German
     * @param unchecked true when an official bundle was missing and some message is "ungeprüft"
     */
    record Journey(
            String journeyId,
            String service,
            String channel,
            String externalReference,
            @Nullable String businessKey,
            JourneyState state,
            String stateSentence,
            boolean unchecked,
            boolean test,
            Instant receivedAt,
            Instant changedAt) {}

    /** One line of the time line; {@code number} is the event's place in the hash chain. */
    record Step(
            long number,
            String eventId,
            String messageId,
            String messageType,
            EventType type,
            Instant at,
            String system,
            String sentence,
            @Nullable JourneyState state,
            JournalEvent.@Nullable PayloadRef payload,
            List<Attachment> attachments) {}
}
