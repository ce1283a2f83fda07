package org.stadtbus.clearing;

import org.springframework.stereotype.Component;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/** Ways out of clearing. The message id stays; its keys carry the number of the replay, or the broker would swallow it. */
@Component
class Onward {
    private final Catalogue catalogue;
    private final DuplicateRisk risk;

    Onward(Catalogue catalogue, DuplicateRisk risk) {
        this.catalogue = catalogue;
        this.risk = risk;
    }

    /** @throws HubException rejected ({@code duplicate-risk}) when it may arrive twice and he did not say that he knows */
    void requireKnownRisk(ClearingCase c, Wish wish) {
        risk.of(c).filter(warning -> !wish.confirmDuplicateRisk()).ifPresent(warning -> {
            throw HubException.rejected(
                    Refusals.DUPLICATE_RISK, warning + " Zum Wiederholen bitte bestätigen (confirmDuplicateRisk).");
        });
    }

    /** The message on the queue it was taken from when it failed. */
    Outgoing again(ClearingCase c, Message message) {
        Message next = new Message(message.envelope().replayed(), message.payload());
        return c.target()
                .map(procedure -> Outgoing.delivery(procedure, next, ordered(procedure)))
                .orElseGet(() -> Outgoing.replay(c.queue(), next));
    }

    /** The message on this procedure's delivery queue, as part of its journey. */
    Outgoing to(Procedure target, Message message, Envelope joined) {
        Envelope e = message.envelope().service().isEmpty()
                ? message.envelope().joined(joined, joined.businessKey())
                : message.envelope();
        Message next = new Message(e.replayed(), message.payload());
        return Outgoing.delivery(target.id(), next, target.delivery().ordered());
    }

    private boolean ordered(String procedure) {
        return catalogue.find(procedure).map(p -> p.delivery().ordered()).orElse(true);
    }

    /**
     * The procedure to send to instead.
     *
     * @throws HubException rejected when it is unknown, not connected, the one it failed at, or no recipient the route declares
     */
    Procedure target(ClearingCase c, String procedureId, Wish wish) {
        Procedure target = catalogue
                .find(procedureId)
                .filter(p -> p.connection().filter(Connection::hasSink).isPresent())
                .orElseThrow(() -> HubException.rejected(
                        Refusals.NOT_CONNECTED,
                        "Dieses Fachverfahren ist nicht angebunden; bitte ein anderes wählen."));
        if (c.target().filter(procedureId::equals).isPresent()) {
            throw HubException.rejected(
                    Refusals.SAME_TARGET, "Dort ist die Zustellung gescheitert; bitte wiederholen statt umleiten.");
        }
        boolean declared = catalogue
                .findRoute(c.message().service())
                .map(ServiceRoute::recipients)
                .filter(recipients -> recipients.contains(procedureId))
                .isPresent();
        if (!declared && !wish.confirmUndeclaredRecipient()) {
            throw HubException.rejected(
                    Refusals.UNDECLARED,
                    "Die Linie nennt dieses Fachverfahren nicht als Empfänger (route.yaml). Wer es trotzdem darf, bestätigt das"
                            + " (confirmUndeclaredRecipient).");
        }
        return target;
    }
}
