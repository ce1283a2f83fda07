package org.stadtbus.clearing;

import org.springframework.stereotype.Component;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Shelf;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.clearing.CaseEvents.Deed;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;

/** Replaces a payload: the new one is checked, both stay in the vault, and the journal names the digests of both. */
@Component
class Repair {
    /** Protection at which a second person must release replaced payloads. */
    private static final String STRICT = "sehr hoch";

    private final Catalogue catalogue;
    private final RepairCheck check;
    private final CaseEvents events;

    Repair(Catalogue catalogue, RepairCheck check, CaseEvents events) {
        this.catalogue = catalogue;
        this.check = check;
        this.events = events;
    }

    /** Where a case stands once its payload was replaced. */
    CaseState next(ClearingCase c) {
        return strict(c) ? CaseState.AWAITING_RELEASE : CaseState.IN_WORK;
    }

    private boolean strict(ClearingCase c) {
        return c.procedure()
                        .flatMap(catalogue::find)
                        .map(Procedure::protection)
                        .filter(STRICT::equals)
                        .isPresent()
                || catalogue
                        .findRoute(c.message().service())
                        .map(ServiceRoute::protection)
                        .filter(STRICT::equals)
                        .isPresent();
    }

    /** @throws HubException rejected when the new payload is the old one, or not valid */
    Outbox replace(ClearingCase c, Deed deed, Message before, byte[] payload) {
        String replaced = Ids.sha256(before.payload());
        if (replaced.equals(Ids.sha256(payload))) {
            throw HubException.rejected("unchanged", "Die Nutzdaten sind dieselben wie vorher.");
        }
        String checked = check.check(c.queue(), before.envelope(), payload);
        Deed said = new Deed(deed.action(), deed.clerk(), deed.reason(), deed.state(), checked);
        Message after = new Message(before.envelope(), payload);
        Envelope joined = events.joined(c, before.envelope());
        return new Outbox()
                .send(Outgoing.shelved(c.shelf(), after, new Shelf.Label(c.caseId(), c.version() + 1)))
                .journal(events.done(c, joined, said, Clearing.payload(after), replaced), payload);
    }
}
