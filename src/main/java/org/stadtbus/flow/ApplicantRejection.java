package org.stadtbus.flow;

import java.time.Instant;
import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** An application that turned out wrong behind the intake: the journey is refused, the applicant reads why. */
final class ApplicantRejection implements Rejection {
    private final Replies replies;

    ApplicantRejection(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void answer(Hop hop, HubException why, Outbox outbox) {
        outbox.journal(new JournalEvent(
                Ids.derived(hop.envelope().messageId(), "rejected"),
                EventType.REJECTED,
                Instant.now(hop.clock()),
                "stadtbus",
                why.sentence(),
                JourneyState.REJECTED,
                hop.envelope(),
                null));
        replies.reply(hop.envelope(), JourneyState.REJECTED, why.sentence()).ifPresent(outbox::send);
    }
}
