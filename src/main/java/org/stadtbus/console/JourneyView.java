package org.stadtbus.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Journey;

/**
 * A journey as the screens show it.
 *
 * @param sentence what the house reads about the state
 * @param applicantText what the applicant reads about it
 */
record JourneyView(
        String id,
        String title,
        String channel,
        String reference,
        @Nullable String businessKey,
        JourneyState state,
        String sentence,
        String applicantText,
        boolean unchecked,
        boolean test,
        Instant receivedAt,
        Instant changedAt) {

    static JourneyView of(Journey journey, Names names) {
        return new JourneyView(
                journey.journeyId(),
                names.title(journey),
                names.system(journey.channel()),
                journey.externalReference(),
                journey.businessKey(),
                journey.state(),
                journey.stateSentence(),
                names.forApplicant(journey),
                journey.unchecked(),
                journey.test(),
                journey.receivedAt(),
                journey.changedAt());
    }

    public String received() {
        return GermanTime.minute(receivedAt);
    }

    public String changed() {
        return GermanTime.minute(changedAt);
    }
}
