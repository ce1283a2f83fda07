package org.stadtbus.clearing;

import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Shelf;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.CaseEvents.Deed;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/**
 * Where people decide about clearing cases. Each decision is one broker transaction; it happens whole, or the message stays where
 * it is. Of two people who decide about the same version of a case the second is refused.
 */
@Component
public class Desk {
    private final CaseFile file;
    private final Shelf shelf;
    private final CaseEvents events;
    private final Onward onward;
    private final Repair repair;
    private final SenderRejection senders;

    Desk(CaseFile file, Broker broker, CaseEvents events, Onward onward, Repair repair, SenderRejection senders) {
        this.file = file;
        this.shelf = broker.shelf();
        this.events = events;
        this.onward = onward;
        this.repair = repair;
        this.senders = senders;
    }

    /** What a decision led to: the case's state and version from now on. The lists show it moments later. */
    public record Done(String caseId, CaseState state, long version) {}

    /**
     * Sends the message on its way again: to the procedure it could not be delivered to, or into its route from the beginning.
     *
     * @throws HubException rejected, with the reason, when nothing was done; transient when the broker does not answer
     */
    public Done replay(Clerk clerk, String caseId, Wish wish) {
        ClearingCase c = file.unsolved(clerk, caseId, wish);
        if (c.state() == CaseState.AWAITING_RELEASE) {
            throw Refusals.needsRelease();
        }
        return again(c, new Deed(CaseAction.REPLAY, clerk, wish.reason(), CaseState.REPLAYED, ""), wish);
    }

    /** As {@link #replay}, for a replaced payload that waits for a second person. */
    public Done release(Clerk clerk, String caseId, Wish wish) {
        ClearingCase c = file.unsolved(clerk, caseId, wish);
        if (c.state() != CaseState.AWAITING_RELEASE) {
            throw Refusals.nothingToRelease();
        }
        if (c.editors().contains(clerk.name())) {
            throw Refusals.samePerson();
        }
        return again(c, new Deed(CaseAction.RELEASE, clerk, wish.reason(), CaseState.REPLAYED, ""), wish);
    }

    private Done again(ClearingCase c, Deed deed, Wish wish) {
        onward.requireKnownRisk(c, wish);
        return take(c, deed, taken -> {
            Message message = file.whole(c, taken);
            Envelope joined = events.joined(c, taken.envelope());
            Outbox outbox =
                    new Outbox().send(onward.again(c, message)).journal(events.done(c, joined, deed, null, null));
            events.standsAgain(c, joined).ifPresent(outbox::journal);
            return outbox;
        });
    }

    /** Sends the message to another connected procedure instead. */
    public Done redirect(Clerk clerk, String caseId, String procedureId, Wish wish) {
        ClearingCase c = file.unsolved(clerk, caseId, wish);
        if (c.state() == CaseState.AWAITING_RELEASE) {
            throw Refusals.needsRelease();
        }
        Procedure target = onward.target(c, procedureId, wish);
        Deed deed = new Deed(
                CaseAction.REDIRECT,
                clerk,
                wish.reason(),
                CaseState.REDIRECTED,
                "Neues Ziel: " + target.name() + " (" + target.id() + ").");
        return take(c, deed, taken -> {
            Message message = file.whole(c, taken);
            Envelope joined = events.joined(c, taken.envelope());
            Outbox outbox = new Outbox()
                    .send(onward.to(target, message, joined))
                    .journal(events.done(c, joined, deed, null, null));
            events.standsAgain(c, joined).ifPresent(outbox::journal);
            return outbox;
        });
    }

    /**
     * Replaces the payload; the message stays in clearing until somebody sends it on, or releases it where the route or the
     * procedure needs {@code sehr hoch} protection.
     *
     * @throws HubException rejected ({@code schema-violation}, {@code unchanged}, …) when nothing was done
     */
    public Done repair(Clerk clerk, String caseId, byte[] payload, Wish wish) {
        ClearingCase c = file.unsolved(clerk, caseId, wish);
        Deed deed = new Deed(CaseAction.REPAIR, clerk, wish.reason(), repair.next(c), "");
        return take(c, deed, taken -> repair.replace(c, deed, file.whole(c, taken), payload));
    }

    /**
     * Sends the message back to its sender, who reads the reason.
     *
     * @throws HubException rejected ({@code cannot-reject}) when it has no sender who could be told
     */
    public Done reject(Clerk clerk, String caseId, Wish wish) {
        ClearingCase c = file.unsolved(clerk, caseId, wish);
        Deed deed = new Deed(CaseAction.REJECT, clerk, wish.reason(), CaseState.REJECTED, "");
        HubException why = HubException.rejected("rejected-by-clerk", wish.reason());
        return take(c, deed, taken -> {
            Message message = file.whole(c, taken);
            Envelope joined = events.joined(c, taken.envelope());
            Outbox outbox = new Outbox().journal(events.done(c, joined, deed, null, null));
            senders.reject(message, joined, c.queue(), why, outbox);
            if (outbox.events().stream().allMatch(e -> e.event().state() == null)) {
                events.standsAgain(c, joined).ifPresent(outbox::journal);
            }
            return outbox;
        });
    }

    /** Takes the message out of clearing without sending it anywhere. */
    public Done close(Clerk clerk, String caseId, Wish wish) {
        ClearingCase c = file.unsolved(clerk, caseId, wish);
        Deed deed = new Deed(CaseAction.CLOSE, clerk, wish.reason(), CaseState.CLOSED, "");
        return take(c, deed, taken -> {
            Envelope joined = events.joined(c, taken.envelope());
            Outbox outbox = new Outbox().journal(events.done(c, joined, deed, null, null));
            events.standsAgain(c, joined).ifPresent(outbox::journal);
            return outbox;
        });
    }

    private Done take(ClearingCase c, Deed deed, Shelf.Decision decision) {
        return switch (shelf.take(c.shelf(), c.label(), decision)) {
            case DONE -> new Done(c.caseId(), deed.state(), c.version() + 1);
            case NOT_THERE -> throw Refusals.outdated();
            case SENT_BEFORE -> throw Refusals.sentBefore();
        };
    }
}
