package org.stadtbus.connector.ftps;

import java.security.cert.CertificateException;
import java.util.Optional;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Puts what a server replied, or a connection did, into one of the failure kinds: 4yz is tried again, 5yz is not (RFC 959 section
 * 4.2.1) except for want of space (552), and so is a server that cannot prove its name.
 */
final class FtpsFailures {
    private static final int PERMANENT_REPLY = 500;
    private static final int NOT_LOGGED_IN = 530;
    private static final int NO_SPACE = 552;

    private FtpsFailures() {}

    static HubException explain(Throwable thrown) {
        return Causes.of(thrown)
                .flatMap(t -> explained(t, thrown).stream())
                .findFirst()
                .orElseGet(() -> HubException.temporary(
                        "ftps-unavailable",
                        "Der FTPS-Server ist nicht erreichbar oder hat die Übertragung abgebrochen ("
                                + Causes.kind(thrown) + ").",
                        thrown));
    }

    private static Optional<HubException> explained(Throwable t, Throwable thrown) {
        if (t instanceof HubException already) {
            return Optional.of(already);
        }
        if (t instanceof CertificateException) {
            return permanent(
                    "ftps-certificate",
                    "Der FTPS-Server weist sich nicht mit einem Zertifikat aus, dem geglaubt wird; es wurde nichts übertragen. Bitte den Betreiber nach dem Zertifikat fragen.",
                    thrown);
        }
        if (t instanceof Refused refused) {
            return replied(refused.reply(), thrown);
        }
        return t instanceof GenericFileOperationFailedException failed
                ? replied(failed.getCode(), thrown)
                : Optional.empty();
    }

    private static Optional<HubException> replied(int reply, Throwable thrown) {
        if (reply == NOT_LOGGED_IN) {
            return permanent(
                    "ftps-login",
                    "Der FTPS-Server hat die Anmeldung abgelehnt. Bitte Benutzer und Kennwort des Anschlusses prüfen.",
                    thrown);
        }
        return reply < PERMANENT_REPLY || reply == NO_SPACE
                ? Optional.empty()
                : permanent(
                        "ftps-refused",
                        "Der FTPS-Server nimmt das nicht an (Antwort " + reply
                                + "). Bitte prüfen, ob es den Ordner gibt und der Benutzer dort schreiben und umbenennen darf.",
                        thrown);
    }

    private static Optional<HubException> permanent(String code, String sentence, Throwable thrown) {
        return Optional.of(new HubException(FailureKind.PERMANENT, code, sentence, thrown));
    }
}
