package org.stadtbus.connector.datei;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Puts what the file system threw into one of the failure kinds: what a person must mend is permanent, the rest is tried again. */
final class FileFailures {
    private FileFailures() {}

    static HubException explain(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                return explained;
            }
            if (t instanceof AccessDeniedException) {
                return new HubException(
                        FailureKind.PERMANENT,
                        "datei-permission",
                        "Der Hub darf in diesem Ordner nicht lesen oder schreiben. Bitte die Rechte seines Benutzers prüfen lassen.",
                        thrown);
            }
            if (t instanceof NoSuchFileException) {
                return notMounted();
            }
            root = t;
        }
        return HubException.temporary(
                "datei-unavailable",
                "Der Ordner ist nicht erreichbar oder hat keinen Platz mehr ("
                        + root.getClass().getSimpleName() + ").",
                thrown);
    }

    /** Transient: a share that is away now may be mounted again. */
    static HubException notMounted() {
        return new HubException(
                FailureKind.TRANSIENT,
                "datei-folder",
                "Den Ordner gibt es gerade nicht. Bitte prüfen, ob die Freigabe eingehängt ist und der Pfad stimmt.");
    }
}
