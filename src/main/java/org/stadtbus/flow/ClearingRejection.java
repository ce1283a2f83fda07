package org.stadtbus.flow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.clearing.SenderRejection;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;

/** A person refuses a message that lies in clearing: its sender is told as a route would tell him. */
@Component
final class ClearingRejection implements SenderRejection {
    private final AnswerRejections answers;
    private final ApplicantRejection applicant;
    private final Replies.Channels channels;
    private final JournalQueries journal;
    private final Clock clock;

    ClearingRejection(
            AnswerRejections answers,
            Catalogue catalogue,
            Replies.Channels channels,
            JournalQueries journal,
            Clock clock) {
        this.answers = answers;
        this.applicant = new ApplicantRejection(new Replies(catalogue, channels));
        this.channels = channels;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void reject(Message message, Envelope joined, String queue, HubException why, Outbox outbox) {
        Hop hop = new Hop(new Received(message, 1), queue, clock);
        hop.relabel(joined);
        if (beganWith(message, joined)) {
            hop.beganBefore();
        }
        sender(message, joined, queue).answer(hop, why, outbox);
    }

    private Rejection sender(Message message, Envelope joined, String queue) {
        Optional<String> author = Queues.procedureOfAnswers(queue);
        if (author.isPresent()) {
            return author.flatMap(answers::of).orElseThrow(ClearingRejection::nobody);
        }
        if (unreachable(joined)
                || Queues.procedureOfDelivery(queue).isPresent() && !madeOfTheApplication(message, joined)) {
            throw nobody();
        }
        return applicant;
    }

    /** A procedure that handed an application in knows what it sent, not what the hub made of it. */
    private boolean unreachable(Envelope joined) {
        return joined.replyTo() != null && !channels.replies().containsKey(joined.channel());
    }

    private boolean beganWith(Message message, Envelope joined) {
        return journal.steps(joined.journeyId()).stream()
                .anyMatch(step -> step.type() == EventType.RECEIVED
                        && step.messageId().equals(message.envelope().messageId()));
    }

    /** Only while no procedure has answered can a message of the journey be made of nothing but what the applicant sent. */
    private boolean madeOfTheApplication(Message message, Envelope joined) {
        List<Step> steps = journal.steps(joined.journeyId());
        String id = message.envelope().messageId();
        return steps.stream().noneMatch(step -> step.type() == EventType.ANSWERED)
                && steps.stream()
                        .anyMatch(step -> step.messageId().equals(id)
                                && (step.type() == EventType.MAPPED || step.type() == EventType.RECEIVED));
    }

    private static HubException nobody() {
        return HubException.rejected(
                "cannot-reject",
                "Diese Nachricht lässt sich von hier nicht an ihren Absender zurückweisen; bitte umleiten oder schließen.");
    }
}
