package org.stadtbus.connector.xta;

import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.util.Objects;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.ReportedFailure;
import org.stadtbus.xta.FaultDetail;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.XtaFault;

/**
 * What can go wrong at an XTA provider. Of a fault only its number is passed on: the text may hold personal data. What breaks on the
 * way keeps its cause, so that it is named like the trouble of any other target.
 */
final class XtaFailures {
    private XtaFailures() {}

    /** A fault of the standard: a technical problem may go away, any other needs a person. */
    static HubException fault(XtaFault fault) {
        String number = number(fault);
        if (fault instanceof TechnicalProblemException) {
            return HubException.temporary(
                    "xta-technical-problem",
                    "Der XTA-Anbieter kann zurzeit nicht arbeiten (Fehlernummer " + number + ").",
                    fault);
        }
        return new HubException(
                org.stadtbus.envelope.FailureKind.PERMANENT,
                "xta-fault-" + number,
                "Der XTA-Anbieter lehnt die Nachricht ab (" + fault.getClass().getSimpleName() + ", Fehlernummer "
                        + number + "). Bitte Konto, Kennungen und Nachricht mit dem Anbieter klären.",
                fault);
    }

    /** The number of a fault; empty when it has none. */
    static String number(XtaFault fault) {
        FaultDetail detail = fault.getFaultInfo();
        return detail == null || detail.errorCode == null ? "" : Objects.requireNonNullElse(detail.errorCode.code, "");
    }

    /** What is no fault of the standard: the network, or an answer nobody can read. */
    static HubException broken(WebServiceException thrown) {
        boolean network = Causes.of(thrown).anyMatch(IOException.class::isInstance);
        return network
                ? HubException.temporary(
                        "xta-unreachable",
                        "Der XTA-Anbieter ist nicht erreichbar oder hat die Verbindung abgebrochen.",
                        thrown)
                : HubException.temporary(
                        "xta-answer-unreadable",
                        "Der XTA-Anbieter hat eine Antwort geschickt, die nicht lesbar ist.",
                        thrown);
    }

    /** Words whatever a look into the mailbox threw. */
    static HubException explain(Throwable thrown) {
        if (thrown instanceof HubException known) {
            return known;
        }
        return HubException.temporary(
                "unexpected", "Unerwartet gescheitert: " + thrown.getClass().getSimpleName() + ".", thrown);
    }

    /** The hub has no key for it, so nobody here can read or keep it. */
    static HubException sealed() {
        return HubException.rejected(
                "xta-encrypted",
                "Die Nachricht ist von Ende zu Ende verschlüsselt, und der Hub hat keinen Schlüssel dafür. Sie liegt weiter im"
                        + " Postfach beim Anbieter.");
    }

    /** The hub cannot take so much, and keeps nothing of it. */
    static HubException tooLarge() {
        return HubException.rejected(
                "too-large",
                "Die Nachricht ist größer, als der Hub nimmt. Sie liegt weiter im Postfach beim Anbieter.");
    }

    /** The provider could not deliver the message; its report says why. */
    static ReportedFailure red(String id, byte[] report) {
        return new ReportedFailure(
                "xta-report-red",
                "Der XTA-Anbieter meldet, dass die Nachricht " + id + " nicht zugestellt werden konnte (Status rot).",
                report);
    }
}
