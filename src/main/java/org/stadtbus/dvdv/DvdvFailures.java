package org.stadtbus.dvdv;

import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HttpFailure;
import org.stadtbus.envelope.HubException;

/** What can go wrong with the DVDV, in words for people. Keys, categories and services are public and no personal data. */
final class DvdvFailures {
    private DvdvFailures() {}

    static HubException status(int status) {
        return switch (HttpFailure.of(status)) {
            case NO_ACCESS ->
                HubException.permanent(
                        "dvdv-access",
                        "Das DVDV verweigert den Zugang (HTTP " + status
                                + "). Bitte prüfen, ob das Client-Zertifikat des Hubs (stadtbus.dvdv.bundle) im DVDV hinterlegt und noch"
                                + " gültig ist.");
            case UNAVAILABLE ->
                new HubException(
                        FailureKind.TRANSIENT,
                        "dvdv-unavailable",
                        "Das DVDV kann zurzeit nicht arbeiten (HTTP " + status + ").");
            case REFUSED ->
                HubException.permanent(
                        "dvdv-refused",
                        "Das DVDV lehnt die Anfrage ab (HTTP " + status
                                + "). Bitte Schlüssel und Kategorie in config/directory.yaml und stadtbus.dvdv.url prüfen.");
        };
    }

    static HubException noAuthority(String key, String category) {
        return HubException.permanent(
                "dvdv-unknown-authority",
                "Im DVDV steht zum Schlüssel »" + key + "« keine gültige Stelle der Kategorie »" + category
                        + "«. Bitte den Eintrag in config/directory.yaml mit dem DVDV vergleichen.");
    }

    static HubException noService(String key, String uri) {
        return HubException.permanent(
                "dvdv-unknown-service",
                "Im DVDV bietet die Stelle »" + key + "« den Dienst »" + uri
                        + "« zurzeit nicht an. Bitte bei der pflegenden Stelle des DVDV nachfragen.");
    }

    static HubException noCategory(String role) {
        return HubException.permanent(
                "settings-broken",
                "Das DVDV kann zur Rolle »" + role
                        + "« nicht gefragt werden: In config/directory.yaml fehlt ihre Kategorie (category).");
    }

    static HubException unreachable(Exception cause) {
        return HubException.temporary(
                "dvdv-unreachable", "Das DVDV ist nicht erreichbar oder hat die Verbindung abgebrochen.", cause);
    }

    static HubException tooSlow(Exception cause) {
        return HubException.temporary("dvdv-timeout", "Das DVDV hat nicht rechtzeitig geantwortet.", cause);
    }

    static HubException pausing() {
        return new HubException(
                FailureKind.TRANSIENT,
                "dvdv-unreachable",
                "Das DVDV war eben nicht erreichbar und wird in Kürze wieder gefragt.");
    }

    static HubException unreadable(Exception cause) {
        return HubException.temporary(
                "dvdv-answer-unreadable", "Das DVDV hat eine Antwort geschickt, die nicht lesbar ist.", cause);
    }

    static HubException key(String bundle, Exception cause) {
        return new HubException(
                FailureKind.PERMANENT,
                "dvdv-key",
                "Das SSL-Bundle »" + bundle
                        + "« enthält keinen RSA-Schlüssel mit Zertifikat, mit dem sich der Hub am DVDV"
                        + " ausweisen kann.",
                cause);
    }
}
