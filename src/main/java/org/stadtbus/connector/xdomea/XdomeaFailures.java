package org.stadtbus.connector.xdomea;

import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** What can be wrong with a container, in words for people; names of files may hold personal data and are in none of them. */
final class XdomeaFailures {
    private XdomeaFailures() {}

    /** A fault of what the hub itself is to pack: a person of the owning unit must look at it. */
    static HubException produced(HubException fault) {
        return new HubException(FailureKind.PERMANENT, "produced-" + fault.problemCode(), fault.sentence(), fault);
    }

    static HubException notXdomea() {
        return HubException.rejected(
                "xdomea-not-xdomea", "Die Nachricht ist keine xdomea-Nachricht mit einer ProzessID im Kopf.");
    }

    static HubException notAZip() {
        return HubException.rejected("xdomea-not-a-zip", "Die Datei ist kein ZIP-Container oder ein leerer.");
    }

    static HubException damaged(Exception cause) {
        return new HubException(
                FailureKind.REJECTED,
                "xdomea-zip-damaged",
                "Der ZIP-Container ist beschädigt, unvollständig oder verschlüsselt. Bitte noch einmal senden.",
                cause);
    }

    static HubException path() {
        return HubException.rejected(
                "xdomea-entry-path",
                "Im Container hat ein Eintrag einen unzulässigen Namen; alle Dateien liegen ohne Ordner nebeneinander.");
    }

    static HubException twice() {
        return HubException.rejected("xdomea-entry-twice", "Im Container kommt ein Dateiname zweimal vor.");
    }

    static HubException tooMany(int most) {
        return HubException.rejected("xdomea-too-many-files", "Im Container sind mehr als " + most + " Dateien.");
    }

    static HubException tooLarge() {
        return HubException.rejected(
                "xdomea-too-large", "Der Inhalt des Containers ist ausgepackt größer, als der Anschluss annimmt.");
    }

    static HubException noMessage() {
        return HubException.rejected(
                "xdomea-no-message",
                "Im Container fehlt die xdomea-Nachricht; sie heißt <ProzessID>_<Nachrichtentyp>.xml.");
    }

    static HubException severalMessages() {
        return HubException.rejected("xdomea-several-messages", "Im Container ist mehr als eine xdomea-Nachricht.");
    }

    static HubException otherName() {
        return HubException.rejected(
                "xdomea-other-name",
                "Der Dateiname der xdomea-Nachricht passt nicht zu ihrer ProzessID oder ihrem Nachrichtentyp.");
    }

    static HubException fileMissing() {
        return HubException.rejected(
                "xdomea-file-missing", "Die xdomea-Nachricht nennt eine Datei, die nicht mitgeschickt wurde.");
    }

    static HubException fileUnnamed() {
        return HubException.rejected(
                "xdomea-file-unnamed", "Es wurde eine Datei mitgeschickt, die die xdomea-Nachricht nicht nennt.");
    }

    static HubException nameTaken() {
        return new HubException(
                FailureKind.TRANSIENT,
                "xdomea-name-taken",
                "Im Transferverzeichnis wartet noch ein anderer Container gleichen Namens; dieser folgt, sobald der Partner ihn geholt hat.");
    }

    static HubException folder(Exception cause) {
        return HubException.temporary(
                "xdomea-folder", "Das Transferverzeichnis ist zurzeit nicht lesbar oder nicht beschreibbar.", cause);
    }
}
