package org.stadtbus.connector.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Puts what JSch threw into one of the three failure kinds: what a person must mend is permanent, the rest is tried again. */
final class SftpFailures {
    private SftpFailures() {}

    static HubException explain(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                return explained;
            }
            if (t instanceof JSchHostKeyException) {
                return permanent(
                        "sftp-host-key",
                        "Der SFTP-Server weist sich nicht mit dem hinterlegten Schlüssel aus; es wurde nichts übertragen. Bitte den Betreiber nach dem Schlüssel fragen.",
                        thrown);
            }
            if (t instanceof JSchAlgoNegoFailException) {
                return permanent(
                        "sftp-encryption",
                        "Der SFTP-Server bietet nur Verschlüsselung an, die nicht mehr als sicher gilt; es wurde nichts übertragen. Bitte den Betreiber um heutige Verfahren bitten.",
                        thrown);
            }
            if (refusesLogin(t)) {
                return permanent(
                        "sftp-login",
                        "Der SFTP-Server hat die Anmeldung abgelehnt. Bitte Benutzer und Kennwort des Anschlusses prüfen.",
                        thrown);
            }
            if (t instanceof SftpException refused && refused.id != ChannelSftp.SSH_FX_FAILURE) {
                return refused(refused.id, thrown);
            }
        }
        return unavailable(thrown);
    }

    /** JSch says so only in words: "Auth fail for methods …", "Auth cancel for methods …". */
    private static boolean refusesLogin(Throwable t) {
        return t instanceof JSchException && String.valueOf(t.getMessage()).startsWith("Auth ");
    }

    private static HubException refused(int status, Throwable thrown) {
        return switch (status) {
            case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                permanent(
                        "sftp-permission",
                        "Der SFTP-Server erlaubt das Ablegen in diesem Ordner nicht. Bitte die Rechte des Benutzers prüfen lassen.",
                        thrown);
            case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
                permanent(
                        "sftp-folder",
                        "Den Ordner gibt es auf dem SFTP-Server nicht. Bitte ihn anlegen lassen oder den Anschluss berichtigen.",
                        thrown);
            default -> unavailable(thrown);
        };
    }

    private static HubException permanent(String code, String sentence, Throwable thrown) {
        return new HubException(FailureKind.PERMANENT, code, sentence, thrown);
    }

    private static HubException unavailable(Throwable thrown) {
        String sentence = "Der SFTP-Server ist nicht erreichbar oder hat die Übertragung abgebrochen ("
                + Causes.kind(thrown) + ").";
        return HubException.temporary("sftp-unavailable", sentence, thrown);
    }
}
