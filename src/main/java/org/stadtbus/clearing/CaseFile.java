package org.stadtbus.clearing;

import org.springframework.stereotype.Component;
import org.stadtbus.broker.Shelf;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.vault.Vault;

/** A case before anything is done about it: may this person see it, is it still as he saw it, is its message still whole. */
@Component
class CaseFile {
    private final CaseQueries cases;
    private final Vault vault;

    CaseFile(CaseQueries cases, Vault vault) {
        this.cases = cases;
        this.vault = vault;
    }

    /** @throws HubException rejected ({@code unknown-case}) also for a case of a unit that is not his: he learns nothing of it */
    ClearingCase seenBy(Clerk clerk, String caseId) {
        return cases.find(caseId).filter(c -> clerk.maySee(c.unit())).orElseThrow(Refusals::unknown);
    }

    /** The case, still unsolved and in the version that was seen. */
    ClearingCase unsolved(Clerk clerk, String caseId, Wish wish) {
        ClearingCase c = seenBy(clerk, caseId);
        if (!c.state().unsolved()) {
            throw Refusals.solved(c.state());
        }
        if (c.version() != wish.version()) {
            throw Refusals.outdated();
        }
        return c;
    }

    /** True when payload and attachments can still be had, as far as the list of cases knows. */
    boolean holdsPayload(ClearingCase c) {
        PayloadRef payload = c.payload();
        return payload != null && vault.holds(payload.sha256());
    }

    /**
     * The message with its payload.
     *
     * @throws HubException rejected ({@code payload-gone}) when payload or attachments were deleted after their retention
     */
    Message whole(ClearingCase c, Shelf.Taken taken) {
        boolean attached = taken.envelope().attachments().stream().allMatch(a -> vault.holds(a.sha256()));
        if (!attached || !holdsPayload(c)) {
            throw Refusals.gone();
        }
        return taken.message();
    }
}
