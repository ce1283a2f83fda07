package org.stadtbus.osci;

/** Feedback codes of OSCI-Transport 1.2 (part 3 of the specification, return codes) that this package gives or understands. */
public enum OsciCode {
    /** The order was carried out. */
    DONE("0800", "Auftrag ausgeführt."),
    /** There is more to fetch. */
    MORE_DELIVERIES("3800", "Weitere Zustellungen liegen vor."),
    /** The intermediary has trouble of its own. */
    SERVER("9000", "Beim Intermediär ist ein interner Fehler aufgetreten."),
    /** No structure of an OSCI message. */
    STRUCTURE("9100", "Die Nachricht hat nicht den Aufbau einer OSCI-Nachricht."),
    /** The message is not encrypted for its recipient. */
    NOT_ENCRYPTED("9200", "Die Nachricht ist nicht für diesen Empfänger verschlüsselt."),
    /** The order cannot be decrypted. */
    NOT_DECRYPTED("9202", "Die Auftragsdaten lassen sich nicht entschlüsseln."),
    /** The order is not what its schema says. */
    ORDER("9300", "Die Auftragsdaten sind nicht gültig."),
    /** Challenge, response, conversation or sequence number do not fit. */
    CONTROL_BLOCK("9400", "Challenge, Response oder Nachrichtenfolge passen nicht zum Dialog."),
    /** The client gave no certificate to encrypt the answer for. */
    NO_CIPHER_CERTIFICATE("9500", "Es fehlt ein Verschlüsselungszertifikat für die Antwort."),
    /** The order bears no signature. */
    NOT_SIGNED("9600", "Die Auftragsdaten sind nicht signiert."),
    /** The signature does not fit. */
    SIGNATURE("9601", "Die Signatur ist nicht gültig."),
    /** Something relevant is not signed. */
    PART_UNSIGNED("9602", "Nicht alle Teile, die signiert sein müssen, sind signiert."),
    /** The signature's certificate is expired, not trusted or not the expected one. */
    CERTIFICATE("9700", "Das Signaturzertifikat ist abgelaufen, nicht vertrauenswürdig oder nicht das erwartete."),
    /** The order lacks a message id. */
    NO_MESSAGE_ID("9800", "Es fehlt eine MessageId."),
    /** The intermediary gave no such message id, or it is used up. */
    MESSAGE_ID("9801", "Die MessageId ist nicht vom Intermediär vergeben oder schon verbraucht."),
    /** The order needs an explicit dialog. */
    NO_DIALOG("9802", "Der Auftrag ist nur in einem expliziten Dialog möglich."),
    /** Nothing is there to fetch. */
    NO_DELIVERY("9803", "Es liegt keine Zustellung vor."),
    /** No process card is there. */
    NO_PROCESS_CARD("9804", "Es liegt kein Laufzettel vor."),
    /** The recipient refuses the message for good. */
    NOT_ACCEPTED("9805", "Der Empfänger nimmt die Zustellung nicht an."),
    /** The recipient could not be reached or cannot take it now. */
    RECIPIENT("9808", "Beim Empfänger ist ein Fehler aufgetreten.");

    private final String number;
    private final String sentence;

    OsciCode(String number, String sentence) {
        this.number = number;
        this.sentence = sentence;
    }

    /** Four digits; the first says the kind: 0 done, 3 warning, 9 error. */
    public String number() {
        return number;
    }

    /** For people, German. */
    public String sentence() {
        return sentence;
    }
}
