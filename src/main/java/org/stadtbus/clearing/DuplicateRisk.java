package org.stadtbus.clearing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connectors;
import org.stadtbus.catalogue.Procedure;

/** Whether a message could arrive twice when it is sent again. */
@Component
class DuplicateRisk {
    private final Catalogue catalogue;
    private final Connectors connectors;

    DuplicateRisk(Catalogue catalogue, Connectors connectors) {
        this.catalogue = catalogue;
        this.connectors = connectors;
    }

    /** The warning; empty when the target recognises the message, or cannot have it yet. */
    Optional<String> of(ClearingCase c) {
        return c.failure().mayHaveArrived()
                ? c.target()
                        .filter(id -> catalogue
                                .find(id)
                                .filter(connectors::deduplicates)
                                .isEmpty())
                        .map(this::sentence)
                : Optional.empty();
    }

    private String sentence(String procedure) {
        return "Die Nachricht kann doppelt ankommen: Ein früherer Versuch ist vielleicht angekommen, und "
                + catalogue.find(procedure).map(Procedure::name).orElse(procedure)
                + " erkennt eine Wiederholung nicht.";
    }
}
