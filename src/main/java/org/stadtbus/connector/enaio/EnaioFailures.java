package org.stadtbus.connector.enaio;

import java.util.Set;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** What can go wrong with the eAkte, in words for people. What enaio itself writes may hold personal data and is not passed on. */
final class EnaioFailures {
    private static final Set<Integer> ACCESS = Set.of(401, 403);
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
    private static final int SERVER_ERROR = 500;

    private EnaioFailures() {}

    static HubException status(int status) {
        if (ACCESS.contains(status)) {
            return HubException.permanent(
                    "enaio-access",
                    "Die eAkte verweigert den Zugang (HTTP " + status
                            + "). Bitte Benutzername, Passwort und Rechte des Anschlusses in enaio prüfen.");
        }
        if (status >= SERVER_ERROR || TRY_AGAIN.contains(status)) {
            return new HubException(
                    FailureKind.TRANSIENT,
                    "enaio-unavailable",
                    "Die eAkte kann zurzeit nicht arbeiten (HTTP " + status + ").");
        }
        return HubException.permanent(
                "enaio-refused",
                "Die eAkte lehnt die Ablage ab (HTTP " + status
                        + "). Bitte die Objekttypen, Felder und Rechte in enaio mit der Anleitung des Anschlusses vergleichen.");
    }

    static HubException unreachable(Exception cause) {
        return HubException.temporary(
                "enaio-unreachable", "Die eAkte ist nicht erreichbar oder hat die Verbindung abgebrochen.", cause);
    }

    static HubException tooSlow(Exception cause) {
        return HubException.temporary("enaio-timeout", "Die eAkte hat nicht rechtzeitig geantwortet.", cause);
    }

    static HubException unreadable(Exception cause) {
        return HubException.temporary(
                "enaio-answer-unreadable", "Die eAkte hat eine Antwort geschickt, die nicht lesbar ist.", cause);
    }

    static HubException vault(Exception cause) {
        return HubException.temporary("vault-unreadable", "Eine Datei im Tresor ist zurzeit nicht lesbar.", cause);
    }

    static HubException severalCases() {
        return HubException.permanent(
                "enaio-several-cases",
                "In der eAkte gibt es zu diesem Vorgang mehr als eine Akte. Bitte dort eine auswählen und bei den anderen"
                        + " das Feld StadtbusVorgang leeren.");
    }
}
