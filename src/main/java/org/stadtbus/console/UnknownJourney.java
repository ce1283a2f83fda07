package org.stadtbus.console;

import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Somebody asks for a journey the journal does not know, or not yet. */
final class UnknownJourney extends HubException {
    private static final long serialVersionUID = 1L;

    UnknownJourney() {
        super(
                FailureKind.REJECTED,
                "unknown-journey",
                "Diesen Vorgang kennt der Stadtbus nicht. Gerade eingegangene Vorgänge erscheinen nach wenigen Sekunden.");
    }
}
