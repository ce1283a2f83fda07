package org.stadtbus.connector.xta.provider;

import org.stadtbus.envelope.HubException;
import org.stadtbus.xta.CancelDeniedException;
import org.stadtbus.xta.FaultDetail;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.ParameterInvalidException;
import org.stadtbus.xta.PermissionDeniedException;
import org.stadtbus.xta.SchemaViolationException;
import org.stadtbus.xta.SyncAsyncException;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.meta.KeyCode;

/** The standard's faults with their numbers (XTA 2.1.1, code list {@code urn:de:xta:webservice:codeliste:fehlernummer} 1.0). */
final class Faults {
    private Faults() {}

    static PermissionDeniedException certificateExpired() {
        return new PermissionDeniedException(
                "Das Zertifikat ist nicht gültig.", detail("9010", "Zertifikat ist abgelaufen"));
    }

    static PermissionDeniedException accountLocked() {
        return new PermissionDeniedException("Das Konto ist gesperrt.", detail("9011", "Account ist gesperrt"));
    }

    static PermissionDeniedException accountUnknown() {
        return new PermissionDeniedException(
                "Zu diesem Zertifikat gibt es kein Konto.", detail("9012", "Account nicht vorhanden"));
    }

    static PermissionDeniedException notTheAuthor() {
        return new PermissionDeniedException(
                "Die Absenderkennung gehört nicht zu diesem Zertifikat.",
                detail("9014", "Zertifikat passt nicht zur Absenderkennung"));
    }

    static ParameterInvalidException missing(String what) {
        return new ParameterInvalidException("Es fehlt: " + what + ".", detail("9020", "Keine Parameter vorhanden"));
    }

    static ParameterInvalidException notAUri(String what) {
        return new ParameterInvalidException(what + " ist keine gültige URI.", detail("9021", "Keine gültige URI"));
    }

    static ParameterInvalidException combination(String sentence) {
        return new ParameterInvalidException(sentence, detail("9022", "Ungültige Parameterkombination"));
    }

    static ParameterInvalidException tooLarge(HubException why) {
        return new ParameterInvalidException(why.sentence(), detail("9023", "Größenbeschränkung überschritten"), why);
    }

    static ParameterInvalidException idInUse() {
        return new ParameterInvalidException(
                "Unter dieser MessageID kam schon eine andere Nachricht.",
                detail("9024", "MessageID bereits vergeben"));
    }

    static TechnicalProblemException notNow(Exception why) {
        String sentence = why instanceof HubException known
                ? known.sentence()
                : "Der Hub kann die Anfrage zurzeit nicht bearbeiten.";
        return new TechnicalProblemException(sentence, detail("9030", "Interner Fehler beim XTA-Server"), why);
    }

    static SchemaViolationException notValid(HubException why) {
        return new SchemaViolationException(
                why.sentence(), detail("9050", "Fachnachricht ist nicht schemakonform"), why);
    }

    static InvalidMessageIdException unknownId() {
        return new InvalidMessageIdException(
                "Unter dieser MessageID gibt es für dieses Konto keine Nachricht.",
                detail("9070", "MessageID für den Account nicht bekannt"));
    }

    static SyncAsyncException onlyAsynchronous() {
        return new SyncAsyncException(
                "Der Hub nimmt Nachrichten nur asynchron an: bitte sendMessage verwenden.",
                detail("9080", "Nur asynchron"));
    }

    static CancelDeniedException onItsWay() {
        return new CancelDeniedException(
                "Die Nachricht ist schon unterwegs.", detail("9101", "NotBefore wurde nicht gesetzt"));
    }

    private static FaultDetail detail(String number, String name) {
        FaultDetail detail = new FaultDetail();
        KeyCode code = new KeyCode();
        code.code = number;
        code.name = name;
        code.listUri = "urn:de:xta:webservice:codeliste:fehlernummer";
        code.listVersion = "1.0";
        detail.errorCode = code;
        return detail;
    }
}
