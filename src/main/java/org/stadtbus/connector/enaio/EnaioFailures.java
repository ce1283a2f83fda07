package org.stadtbus.connector.enaio;

import java.io.IOException;
import java.util.Set;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HttpFailure;
import org.stadtbus.envelope.HubException;

/** What can go wrong with the eAkte, in words for people. What enaio itself writes may hold personal data and is not passed on. */
final class EnaioFailures {
    private static final Set<Integer> LOCKED = Set.of(409, 423);

    private EnaioFailures() {}

    static HubException status(int status) {
        return switch (HttpFailure.of(status)) {
            case NO_ACCESS ->
                HubException.permanent(
                        "enaio-access",
                        "Die eAkte verweigert den Zugang (HTTP " + status
                                + "). Bitte Benutzername, Passwort und Rechte des Anschlusses in enaio prüfen.");
            case UNAVAILABLE ->
                new HubException(
                        FailureKind.TRANSIENT,
                        "enaio-unavailable",
                        "Die eAkte kann zurzeit nicht arbeiten (HTTP " + status + ").");
            case REFUSED -> refused(status);
        };
    }

    private static HubException refused(int status) {
        if (LOCKED.contains(status)) {
            return new HubException(
                    FailureKind.TRANSIENT,
                    "enaio-locked",
                    "Das Objekt in der eAkte ist gerade gesperrt (HTTP " + status
                            + "); vermutlich wird es dort bearbeitet.");
        }
        return HubException.permanent(
                "enaio-refused",
                "Die eAkte lehnt die Anfrage ab (HTTP " + status
                        + "). Bitte die Objekttypen, Felder und Rechte in enaio mit der Anleitung des Anschlusses vergleichen.");
    }

    /** Words whatever was thrown. */
    static HubException explain(Throwable thrown) {
        return thrown instanceof HubException known ? known : unreachable(new IOException(thrown));
    }

    static HubException fileTooLarge(long largest) {
        return HubException.rejected(
                "enaio-file-too-large",
                "Die Datei des Schriftstücks ist größer als " + largest + " Bytes und wurde nicht übernommen.");
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

    static HubException severalFilePlanCases() {
        return HubException.permanent(
                "enaio-several-file-plan-cases",
                "In der eAkte gibt es unter dem Aktenplanschlüssel des Anschlusses mehr als eine Akte. Bitte dort eine auswählen"
                        + " und bei den anderen das Feld Aktenplanschluessel leeren.");
    }

    static HubException severalFileNumberCases() {
        return HubException.permanent(
                "enaio-several-file-number-cases",
                "In der eAkte tragen mehrere Vorgänge das Aktenzeichen der Nachricht. Bitte dort klären, welcher gilt.");
    }

    static HubException noDocument() {
        return HubException.permanent(
                "enaio-no-document",
                "In der eAkte gibt es das Schriftstück nicht, zu dem die Nachricht gehört. Bitte Suchfeld und Suchwert des"
                        + " Anschlusses prüfen, oder ob es dort gelöscht wurde.");
    }

    static HubException severalDocuments() {
        return HubException.permanent(
                "enaio-several-documents",
                "In der eAkte passt mehr als ein Schriftstück zu der Nachricht; welches gemeint ist, muss ein Mensch entscheiden.");
    }

    static HubException nothingToSearchFor() {
        return HubException.permanent(
                "enaio-nothing-to-search-for",
                "Die Nachricht trägt die Angabe nicht, nach der in der eAkte gesucht werden soll (Suchwert des Anschlusses).");
    }

    static HubException noText() {
        return HubException.permanent(
                "enaio-note-not-text",
                "Eine Notiz in der eAkte muss Text sein (text/plain in UTF-8). Bitte die Nachricht in der Linie vorher in Text abbilden.");
    }

    static HubException noteOfThisLength(int longest) {
        return HubException.permanent(
                "enaio-note-length",
                "Eine Notiz in der eAkte darf nicht leer sein und hat höchstens " + longest + " Zeichen.");
    }
}
