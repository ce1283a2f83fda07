package org.stadtbus.clearing;

import org.stadtbus.envelope.HubException;

/** Why something is not done about a case. */
final class Refusals {
    static final String UNKNOWN = "unknown-case";
    static final String OUTDATED = "case-changed";
    static final String SOLVED = "case-solved";
    static final String NEEDS_RELEASE = "needs-release";
    static final String NO_RELEASE = "nothing-to-release";
    static final String SAME_PERSON = "second-person-required";
    static final String DUPLICATE_RISK = "duplicate-risk";
    static final String SENT_BEFORE = "sent-before";
    static final String GONE = "payload-gone";
    static final String UNDECLARED = "undeclared-recipient";
    static final String NOT_CONNECTED = "not-connected";
    static final String SAME_TARGET = "same-target";

    private Refusals() {}

    static HubException unknown() {
        return HubException.rejected(
                UNKNOWN, "Diesen Klärfall gibt es nicht. Gerade entstandene erscheinen nach wenigen Sekunden.");
    }

    static HubException outdated() {
        return HubException.rejected(
                OUTDATED,
                "Der Klärfall wurde inzwischen von jemand anderem bearbeitet. Bitte neu laden und noch einmal entscheiden.");
    }

    static HubException solved(CaseState state) {
        return HubException.rejected(
                SOLVED,
                "Der Klärfall ist schon erledigt (" + state.label() + "), seine Nachricht liegt nicht mehr hier.");
    }

    static HubException needsRelease() {
        return HubException.rejected(
                NEEDS_RELEASE,
                "Die ersetzten Nutzdaten muss erst eine zweite Person freigeben; der Schutzbedarf ist sehr hoch.");
    }

    static HubException nothingToRelease() {
        return HubException.rejected(NO_RELEASE, "Dieser Klärfall wartet auf keine Freigabe.");
    }

    static HubException samePerson() {
        return HubException.rejected(
                SAME_PERSON, "Wer Nutzdaten ersetzt hat, darf sie nicht selbst freigeben. Bitte eine zweite Person.");
    }

    static HubException sentBefore() {
        return HubException.rejected(
                SENT_BEFORE, "Diese Nachricht ging schon einmal dorthin. Sie bleibt als Klärfall liegen.");
    }

    static HubException gone() {
        return HubException.rejected(
                GONE,
                "Die Nutzdaten oder Anlagen dieser Nachricht sind nach Ablauf der Aufbewahrung gelöscht;"
                        + " der Klärfall lässt sich nur noch schließen.");
    }
}
