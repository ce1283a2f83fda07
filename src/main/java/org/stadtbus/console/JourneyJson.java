package org.stadtbus.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;

/** Journeys as the API gives them out. */
final class JourneyJson {
    private JourneyJson() {}

    /**
     * What the applicant may know.
     *
     * @param state code
     * @param label the state in a word
     * @param text the state in a sentence
     */
    record Status(String journeyId, String service, JourneyState state, String label, String text, Instant changedAt) {
        static Status of(Journey journey, Names names) {
            return new Status(
                    journey.journeyId(),
                    journey.service(),
                    journey.state(),
                    journey.state().label(),
                    names.forApplicant(journey),
                    journey.changedAt());
        }
    }

    /**
     * A page of journeys.
     *
     * @param next value of {@code before} for the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Summary> journeys, @Nullable String next) {}

    /** One journey of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            String journeyId,
            String service,
            String title,
            String channel,
            String externalReference,
            @Nullable String businessKey,
            JourneyState state,
            String label,
            String text,
            boolean unchecked,
            boolean test,
            Instant receivedAt,
            Instant changedAt) {
        static Summary of(Journey journey, Names names) {
            return new Summary(
                    journey.journeyId(),
                    journey.service(),
                    names.title(journey),
                    journey.channel(),
                    journey.externalReference(),
                    journey.businessKey(),
                    journey.state(),
                    journey.state().label(),
                    journey.stateSentence(),
                    journey.unchecked(),
                    journey.test(),
                    journey.receivedAt(),
                    journey.changedAt());
        }
    }

    /** One journey with its time line, oldest step first. */
    record Detail(@JsonUnwrapped Summary journey, List<StepJson> steps) {}

    /** One step; {@code number} is its place in the journal's hash chain. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepJson(
            long number,
            Instant at,
            EventType type,
            String system,
            String sentence,
            @Nullable JourneyState state,
            String messageId,
            String messageType,
            @Nullable PayloadRef payload,
            List<Attachment> attachments) {
        static StepJson of(Step step) {
            return new StepJson(
                    step.number(),
                    step.at(),
                    step.type(),
                    step.system(),
                    step.sentence(),
                    step.state(),
                    step.messageId(),
                    step.messageType(),
                    step.payload(),
                    step.attachments());
        }
    }
}
