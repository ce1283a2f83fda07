package org.stadtbus.flow;

import java.util.List;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.journal.EventType;

/** {@code hub:to?procedure=a,b}: hands the message to the delivery queues of these procedures, each on its own. */
final class ToStep {
    private final List<Procedure> procedures;

    ToStep(List<Procedure> procedures) {
        this.procedures = procedures;
    }

    void perform(Hop hop) {
        for (Procedure procedure : procedures) {
            hop.send(Outgoing.delivery(procedure, hop.current()));
            hop.journal(EventType.HANDED_OVER, procedure.id(), "Zur Zustellung übergeben.");
        }
    }
}
