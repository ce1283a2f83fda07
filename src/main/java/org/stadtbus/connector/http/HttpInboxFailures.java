package org.stadtbus.connector.http;

import java.io.IOException;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HttpFailure;
import org.stadtbus.envelope.HubException;

/** What can go wrong when messages are fetched over HTTP, in words for people. What the procedure writes is not passed on. */
final class HttpInboxFailures {
    private HttpInboxFailures() {}

    static HubException status(int status) {
        return switch (HttpFailure.of(status)) {
            case NO_ACCESS ->
                HubException.permanent(
                        "http-access",
                        "Das Fachverfahren verweigert den Zugang (HTTP " + status
                                + "). Bitte Benutzername und Passwort des Anschlusses prüfen.");
            case UNAVAILABLE ->
                new HubException(
                        FailureKind.TRANSIENT,
                        "http-unavailable",
                        "Das Fachverfahren kann zurzeit nicht antworten (HTTP " + status + ").");
            case REFUSED ->
                HubException.permanent(
                        "http-refused",
                        "Das Fachverfahren lehnt die Abholung ab (HTTP " + status
                                + "). Bitte die Adresse des Anschlusses mit dem Hersteller prüfen.");
        };
    }

    static HubException unreachable(IOException cause) {
        return HubException.temporary(
                "http-unreachable",
                "Das Fachverfahren ist nicht erreichbar oder hat die Verbindung abgebrochen.",
                cause);
    }

    static HubException unreadableList(IOException cause) {
        return new HubException(
                FailureKind.PERMANENT,
                "http-list-unreadable",
                "Die Liste des Fachverfahrens ist kein JSON, oder sie ist größer als 10 MB.",
                cause);
    }

    static HubException noAddress(String list, String link) {
        return HubException.permanent(
                "http-list-unexpected",
                "In der Liste des Fachverfahrens steht unter »%s« keine Aufzählung oder unter »%s« keine Adresse."
                        .formatted(list, link));
    }

    static HubException tooLargeToKeep(long most) {
        return HubException.rejected(
                "http-too-large-to-keep",
                "Die Nachricht ist größer als %d Bytes (maxKept); sie bleibt beim Fachverfahren.".formatted(most));
    }

    static HubException elsewhere() {
        return HubException.permanent(
                "http-address-elsewhere",
                "Die Liste des Fachverfahrens nennt eine Adresse auf einem anderen Server; dort holt der Hub nichts ab.");
    }

    /** Words whatever was thrown. */
    static HubException explain(Throwable thrown) {
        return thrown instanceof HubException known ? known : unreachable(new IOException(thrown));
    }
}
