package org.stadtbus.connector.fitconnect;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Intake;
import org.stadtbus.intake.Intake.Accepted;
import org.stadtbus.intake.Intake.Refusal;

/**
 * Takes one submission to its end: durable first, the signed event afterwards. Done again at any point it leads to the same end, so a
 * crash in between costs nothing.
 */
final class SubmissionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionHandler.class);

    private final FitConnectApi api;
    private final SubmissionOpener opener;
    private final Intake intake;
    private final EventSigner events;

    SubmissionHandler(FitConnectApi api, SubmissionOpener opener, Intake intake, EventSigner events) {
        this.api = api;
        this.opener = opener;
        this.intake = intake;
        this.events = events;
    }

    /**
     * Fetches, hands in and answers.
     *
     * @throws HubException transient or permanent: nothing was said to the sender, it is to be done again
     */
    void handle(Waiting ids) {
        Opened opened;
        try {
            opened = open(ids);
        } catch (HubException e) {
            reject(ids, e);
            return;
        }
        Accepted accepted;
        try {
            accepted = intake.accept(opened.application());
        } catch (HubException e) {
            reject(ids, e);
            return;
        }
        api.event(ids, events.accepted(ids, opened.tags()));
        LOG.info("Submission {} accepted as journey {}", ids.submissionId(), accepted.journeyId());
    }

    private Opened open(Waiting ids) {
        String service = "";
        try {
            Submission submission = api.submission(ids);
            service = SubmissionOpener.service(submission.serviceIdentifier());
            return opener.open(submission);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                intake.refuse(
                        new Refusal(SubmissionOpener.CHANNEL, ids.submissionId(), ids.submissionId(), service, e));
            }
            throw e;
        }
    }

    private void reject(Waiting ids, HubException why) {
        if (why.kind() != FailureKind.REJECTED) {
            throw why;
        }
        api.event(ids, events.rejected(ids, why));
        LOG.info("Submission {} rejected: {}", ids.submissionId(), why.problemCode());
    }
}
