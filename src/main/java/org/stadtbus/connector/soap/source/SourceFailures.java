package org.stadtbus.connector.soap.source;

import javax.xml.namespace.QName;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** What can be wrong with a procedure's call, in words it gets back; nothing it wrote is repeated but names of its contract. */
final class SourceFailures {
    /** Code of a call in another version of SOAP, which has a fault code of its own. */
    static final String VERSION = "soap-version";

    /** Code of a call whose password is wrong, which has a fault code of its own. */
    static final String LOGIN = "soap-login";

    private SourceFailures() {}

    static HubException noSoap() {
        return HubException.rejected(
                "soap-no-envelope", "Der Aufruf ist kein SOAP-Umschlag mit genau einem Element im Body.");
    }

    static HubException otherVersion() {
        return HubException.rejected(VERSION, "Der Aufruf hat eine andere SOAP-Version als dieser Anschluss.");
    }

    static HubException tooLarge(long largest) {
        return HubException.rejected(
                "soap-too-large", "Der Umschlag des Aufrufs ist größer als " + largest + " Bytes.");
    }

    static HubException filesTooLarge(long largest) {
        return HubException.rejected(
                "soap-files-too-large", "Die Anlagen sind zusammen größer als " + largest + " Bytes.");
    }

    static HubException filesUnwanted() {
        return HubException.rejected("soap-files-unwanted", "Dieser Anschluss nimmt keine Anlagen an.");
    }

    static HubException fileMissing() {
        return HubException.rejected(
                "soap-file-missing", "Der Aufruf verweist auf eine Anlage, die nicht mitgekommen ist.");
    }

    static HubException fileTwice() {
        return HubException.rejected("soap-file-twice", "Zwei Anlagen haben dieselbe Content-ID, oder eine hat keine.");
    }

    static HubException operationUnknown() {
        return HubException.rejected(
                "soap-operation-unknown", "Den Aufruf mit diesem Element im Body gibt es im Vertrag (WSDL) nicht.");
    }

    static HubException actionUnknown() {
        return HubException.rejected(
                "soap-action-unknown", "Die SOAPAction ist nicht die, die der Vertrag (WSDL) für diesen Aufruf nennt.");
    }

    static HubException notValid(String element, String rule) {
        return HubException.rejected(
                "soap-contract",
                "Das Element im Body hält das Schema des Vertrags (WSDL) nicht ein: Regel %s bei »%s«."
                        .formatted(rule, element));
    }

    static HubException noId(QName name) {
        return HubException.rejected(
                "soap-id-missing",
                "Dem Aufruf fehlt seine Kennung: genau einmal »%s« mit 1 bis 200 Zeichen."
                        .formatted(name.getLocalPart()));
    }

    static HubException idReused() {
        return HubException.rejected(
                "message-id-reused",
                "Unter dieser Kennung kam schon eine Nachricht mit anderem Inhalt. Bitte mit neuer Kennung senden.");
    }

    static HubException login() {
        return HubException.rejected(LOGIN, "Benutzername oder Passwort im UsernameToken stimmen nicht.");
    }

    static HubException certificateUnknown() {
        return HubException.rejected(
                "soap-certificate-unknown", "Das Zertifikat des Aufrufers ist nicht das vereinbarte.");
    }

    static HubException certificateExpired() {
        return HubException.rejected("soap-certificate-expired", "Das Zertifikat des Aufrufers gilt zurzeit nicht.");
    }

    /** Whatever keeps the hub from taking the message now; the caller may send it again as it is. */
    static HubException notNow(Throwable thrown) {
        return HubException.temporary(
                "soap-not-now",
                "Der Hub kann die Nachricht zurzeit nicht annehmen. Bitte denselben Aufruf mit derselben Kennung wiederholen.",
                thrown);
    }

    static HubException portTaken(int port, Exception thrown) {
        return new HubException(
                FailureKind.PERMANENT,
                "soap-port",
                "Auf Port " + port + " kann der SOAP-Anschluss nicht horchen.",
                thrown);
    }
}
