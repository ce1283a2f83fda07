package org.stadtbus.intake;

import org.stadtbus.envelope.HubException;

/** The one door for applications of every channel. */
public interface Intake {

    /**
     * Takes an application in. When this returns, it is durable on the broker and may be accepted to its sender; called again
     * with the same reference it returns the same journey and takes in nothing twice.
     *
     * @throws HubException rejected (problem codes {@code unknown-service}, {@code unknown-form}, {@code schema-violation},
     *     {@code not-utf-8}, {@code empty}, {@code not-json}, {@code test-in-production}, {@code key-reused}): the rejection is journalled
     *     as a journey in state "zurückgewiesen"; transient when the hub takes nothing at the moment
     *     ({@link org.stadtbus.pressure.Busy}) or the broker does not confirm: say nothing to the sender, try again
     */
    Accepted accept(Application application);

    /**
     * Journals that a channel itself had to refuse an application (wrong key, tampered attachment …), durably and once.
     *
     * @return the id of the journey, state "zurückgewiesen"
     */
    String refuse(Refusal refusal);

    /** The journey id this reference leads to, whether or not it has come in yet. */
    String journeyId(String channel, String externalReference);

    /** Taken in; {@code repeated} when it had been before. */
    record Accepted(String journeyId, String messageId, boolean repeated) {}

    /** What a channel refused and why; {@code service} is empty when not even that could be read. */
    record Refusal(
            String channel, String externalReference, String shownReference, String service, HubException reason) {}
}
