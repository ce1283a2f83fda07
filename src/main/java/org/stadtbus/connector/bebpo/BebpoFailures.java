package org.stadtbus.connector.bebpo;

import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** What can go wrong at EGVP-Enterprise. Of an answer only its code is passed on: its text may hold personal data. */
final class BebpoFailures {
    private static final Set<String> MAY_GO_AWAY = Set.of("GENERAL_ERROR", "GENERAL_SQL_ERROR", "WEBSERVICE_DISABLED");

    private BebpoFailures() {}

    /** An answer that is not OK: trouble within the service may go away, anything else needs a person. */
    static HubException answered(@Nullable String returnCode) {
        String code = known(returnCode);
        if (MAY_GO_AWAY.contains(code)) {
            return new HubException(
                    FailureKind.TRANSIENT, code(code), "EGVP-Enterprise kann zurzeit nicht arbeiten (" + code + ").");
        }
        return HubException.permanent(
                code(code),
                "EGVP-Enterprise lehnt ab (" + code
                        + "). Bitte Postfach, Empfänger und Nachricht mit dem Betreiber klären.");
    }

    /** What is no answer of the service: the network, a file the vault does not give, or an answer nobody can read. */
    static HubException broken(WebServiceException thrown) {
        return Causes.of(thrown)
                .filter(HubException.class::isInstance)
                .map(HubException.class::cast)
                .findFirst()
                .orElseGet(() -> Causes.of(thrown).anyMatch(IOException.class::isInstance)
                        ? HubException.temporary(
                                "bebpo-unreachable",
                                "EGVP-Enterprise ist nicht erreichbar oder hat die Verbindung abgebrochen.",
                                thrown)
                        : HubException.temporary(
                                "bebpo-answer-unreadable",
                                "EGVP-Enterprise hat eine Antwort geschickt, die nicht lesbar ist.",
                                thrown));
    }

    /** Words whatever a look into the mailbox threw. */
    static HubException explain(Throwable thrown) {
        if (thrown instanceof HubException known) {
            return known;
        }
        return HubException.temporary(
                "unexpected", "Unerwartet gescheitert: " + thrown.getClass().getSimpleName() + ".", thrown);
    }

    /** The service took the message and has not yet given it to the intermediary. */
    static HubException onItsWay(String id, String state) {
        return new HubException(
                FailureKind.TRANSIENT,
                "bebpo-on-its-way",
                "EGVP-Enterprise hat die Nachricht " + id + " angenommen und noch nicht übergeben (" + known(state)
                        + "). Der Hub fragt wieder nach und sendet nicht noch einmal.");
    }

    static HubException notSent(String id, String state) {
        return HubException.permanent(
                "bebpo-not-sent",
                "EGVP-Enterprise konnte die Nachricht " + id + " nicht zustellen (" + known(state) + ").");
    }

    /** The service took the message and no longer knows it. */
    static HubException forgotten(String id) {
        return HubException.permanent(
                "bebpo-state-unknown",
                "EGVP-Enterprise hat die Nachricht " + id
                        + " angenommen und kennt sie nicht mehr. Bitte dort prüfen, ob sie gesendet wurde.");
    }

    static HubException tooLarge(long maxSize, int maxFiles) {
        return HubException.permanent(
                "bebpo-too-large",
                "Nachricht und Dateien sind zu groß oder zu viele für EGVP (höchstens %d Bytes und %d Dateien)."
                        .formatted(maxSize, maxFiles));
    }

    static HubException unreadable(Exception thrown) {
        return new HubException(
                FailureKind.REJECTED,
                "bebpo-unreadable",
                "Die Nachricht ist kein lesbares ZIP. Sie liegt weiter im Postfach.",
                thrown);
    }

    static HubException tooMuch(long maxSize, int maxFiles) {
        return HubException.rejected(
                "too-large",
                "Die Nachricht ist ausgepackt größer als %d Bytes oder hat mehr als %d Dateien. Sie liegt weiter im Postfach."
                        .formatted(maxSize, maxFiles));
    }

    static HubException packedTooMuch() {
        return HubException.rejected(
                "too-large",
                "Die Nachricht ist schon gepackt größer, als was der Hub nimmt, und wurde nicht zu Ende gelesen. Sie liegt weiter im Postfach.");
    }

    /** A code as the contract knows it; what is no code may be anything. */
    private static String known(@Nullable String code) {
        return code != null && code.matches("[A-Z_]{1,60}") ? code : "UNKNOWN";
    }

    private static String code(String returnCode) {
        return "bebpo-" + returnCode.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
