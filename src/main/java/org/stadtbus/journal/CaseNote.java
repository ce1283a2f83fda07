package org.stadtbus.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;

/**
 * What an event says about a clearing case: that it was opened, or what a person did about it.
 *
 * @param caseId the case
 * @param version grows with every event of the case; the highest decides where the case stands
 * @param state code of the state the case has from now on
 * @param unit slug of the owner unit's catalogue file
 * @param queue where the message was taken from when it failed; a replay puts it there again
 * @param failure why the case was opened; absent in later events
 * @param handling what a person did; absent when the hub opened the case
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseNote(
        String caseId,
        long version,
        String state,
        String unit,
        String queue,
        @Nullable Failure failure,
        @Nullable Handling handling) {

    /**
     * A failure a person must look at.
     *
     * @param kind its kind
     * @param problemCode stable code for machines
     * @param sentence German sentence
     * @param step where it failed: a step of the route ({@code hub:map?mapping=…}) or {@code Zustellung}
     * @param mayHaveArrived true when the target may have the message although the hub has no receipt
     */
    public record Failure(FailureKind kind, String problemCode, String sentence, String step, boolean mayHaveArrived) {}

    /**
     * What a person did.
     *
     * @param action code of the action
     * @param actor subject of the person's token or name of the console account
     * @param reason why, in the person's words
     * @param replaced hex digest of the payload that was replaced; absent when none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Handling(String action, String actor, String reason, @Nullable String replaced) {}
}
