package org.stadtbus.connector.osci;

import java.io.IOException;
import java.util.Set;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.Spooled;

/** What goes wrong between the hub and an intermediary, in the hub's three kinds. */
final class OsciFailures {
    /** Internal errors, and dialogs that got out of step: another try may end well. */
    private static final Set<String> TRANSIENT = Set.of("9000", "9400", "9503", "9603", "9710", "9808", "9811");

    private OsciFailures() {}

    /** Sending or asking ended so. */
    static HubException of(OsciException refused) {
        if (refused.byPeer()) {
            return TRANSIENT.contains(refused.code())
                    ? HubException.temporary(
                            "osci-" + refused.code(),
                            "Der OSCI-Intermediär kann zurzeit nicht arbeiten (Code " + refused.code() + ").",
                            refused)
                    : new HubException(
                            FailureKind.PERMANENT,
                            "osci-" + refused.code(),
                            "Der OSCI-Intermediär lehnt den Auftrag ab (Code " + refused.code()
                                    + "). Bitte Zertifikate und Nachricht mit dem Betreiber klären.",
                            refused);
        }
        return refused.is(OsciCode.CERTIFICATE)
                ? new HubException(FailureKind.PERMANENT, "osci-certificate", refused.sentence(), refused)
                : HubException.temporary(
                        "osci-answer-refused",
                        "Die Antwort des OSCI-Intermediärs ist nicht vertrauenswürdig: " + refused.sentence(),
                        refused);
    }

    /** A message that was fetched cannot be opened or trusted. */
    static HubException content(OsciException refused) {
        return new HubException(
                FailureKind.REJECTED,
                "osci-content-" + refused.code(),
                "Die OSCI-Nachricht wird nicht angenommen: " + refused.sentence(),
                refused);
    }

    /** The message or an attachment of it; it is kept as it came. */
    static HubException tooLarge(long largest) {
        return HubException.rejected(
                "too-large",
                "Die OSCI-Nachricht oder eine ihrer Anlagen ist größer als " + largest
                        + " Bytes. Sie ist, noch verschlossen, mit der Zurückweisung aufbewahrt.");
    }

    /** The message does not say who is to read it. */
    static HubException noReader() {
        return HubException.permanent(
                "osci-no-reader", "Die Nachricht nennt keinen Leser, an den sie über OSCI gehen könnte.");
    }

    /** The directory has no certificate to encrypt for. */
    static HubException noCertificate(String key) {
        return HubException.permanent(
                "osci-no-certificate",
                "Im Verzeichnis steht zur Stelle »" + key + "« kein lesbares Zertifikat zum Verschlüsseln.");
    }

    /** The reader's mailbox is at another intermediary than the hub's. */
    static HubException elsewhere(String key) {
        return HubException.permanent(
                "osci-elsewhere",
                "Die Stelle »" + key
                        + "« hat ihr Postfach bei einem anderen OSCI-Intermediär; dorthin sendet der Hub nicht.");
    }

    /** The message does not say who wrote it. */
    static HubException noAuthor() {
        return HubException.rejected(
                "author-missing", "Die OSCI-Nachricht wird nicht angenommen: Sie nennt keinen Autor.");
    }

    /** The directory has no certificate by which to know the named author. */
    static HubException unknownAuthor(String key) {
        return HubException.rejected(
                "author-unknown",
                "Die OSCI-Nachricht wird nicht angenommen: Zu ihrem Autor »" + key
                        + "« steht im Verzeichnis kein Signaturzertifikat.");
    }

    /** Somebody else than the named author signed. */
    static HubException notSigner(String key) {
        return HubException.rejected(
                "author-not-signer",
                "Die OSCI-Nachricht wird nicht angenommen: Sie nennt »" + key
                        + "« als Autor, ist aber nicht mit einem Zertifikat dieser Stelle unterschrieben.");
    }

    static HubException broken(IOException broken) {
        if (broken instanceof Spooled.TooLarge) {
            return HubException.temporary(
                    "osci-answer-too-large",
                    "Die Antwort des OSCI-Intermediärs ist größer, als der Anschluss nimmt (maxMessage). Was dort liegt, bleibt dort.",
                    broken);
        }
        return HubException.temporary(
                "osci-unreachable",
                "Der OSCI-Intermediär ist nicht erreichbar oder hat die Verbindung abgebrochen.",
                broken);
    }

    /** Words whatever a look into the mailbox threw. */
    static HubException explain(Throwable thrown) {
        if (thrown instanceof HubException known) {
            return known;
        }
        if (thrown instanceof OsciException refused) {
            return of(refused);
        }
        if (thrown instanceof IOException broken) {
            return broken(broken);
        }
        return HubException.temporary(
                "unexpected", "Unerwartet gescheitert: " + thrown.getClass().getSimpleName() + ".", thrown);
    }
}
