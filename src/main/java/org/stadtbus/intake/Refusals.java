package org.stadtbus.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Journals what a waiting caller is refused. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /**
     * The refusal, journalled; when nothing can be written at the moment the caller hears the reason all the same, and the log
     * says that the journal does not know it.
     */
    static RefusedApplication journalled(Intake intake, Intake.Refusal refusal) {
        HubException why = refusal.reason();
        try {
            return new RefusedApplication(why, intake.refuse(refusal));
        } catch (HubException e) {
            if (e.kind() != FailureKind.TRANSIENT) {
                throw e;
            }
            String journey = intake.journeyId(refusal.channel(), refusal.externalReference());
            LOG.warn("Journey {}: refused ({}), not journalled: {}", journey, why.problemCode(), e.sentence());
            return new RefusedApplication(why, journey);
        }
    }
}
