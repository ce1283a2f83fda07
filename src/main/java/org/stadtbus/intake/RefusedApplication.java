package org.stadtbus.intake;

import org.stadtbus.envelope.HubException;

/** A refusal together with the journey that keeps it, for the answer to a waiting caller. */
final class RefusedApplication extends HubException {
    private static final long serialVersionUID = 1L;

    private final String journeyId;

    RefusedApplication(HubException why, String journeyId) {
        super(why.kind(), why.problemCode(), why.sentence(), why);
        this.journeyId = journeyId;
    }

    String journeyId() {
        return journeyId;
    }
}
