package org.stadtbus.journal;

/** What can happen to a journey. */
public enum EventType {
    /** An application was taken in. */
    RECEIVED("Eingang"),
    /** A message was refused and its sender told why. */
    REJECTED("Zurückweisung"),
    /** A message was checked against a schema. */
    VALIDATED("Prüfung"),
    /** A message was made out of another. */
    MAPPED("Abbildung"),
    /** A message was put on the delivery queue of a procedure. */
    HANDED_OVER("Übergabe"),
    /** A procedure has the message; the receipt says so. */
    DELIVERED("Quittung"),
    /** A procedure that has the message gave no final receipt for as long as it was asked. */
    UNPROVEN("Quittung offen"),
    /** The way to a procedure reported, in a document, that the message did not arrive. */
    UNDELIVERABLE("Unzustellbar"),
    /** A procedure fetched the message from its mailbox and confirmed that it has it. */
    FETCHED("Abholung"),
    /** An attempt failed and will be repeated. */
    DELAYED("Verzögerung"),
    /** A procedure's answer joined the journey. */
    ANSWERED("Antwort"),
    /** The journey has a new state. */
    STATE("Zustand"),
    /** A person must look at it. */
    CLEARING("Klärfall"),
    /** Somebody looked at a payload. */
    VIEWED("Einsicht"),
    /** Payloads and attachments left the vault because their retention period is over. */
    DELETED("Löschung"),
    /** A person replaced the payload of a message that waits in clearing. */
    REPAIRED("Reparatur"),
    /** A person sent a message on its way again. */
    REPLAYED("Wiederholung"),
    /** A second person released a replaced payload; the message is on its way again. */
    RELEASED("Freigabe"),
    /** A person sent a message to another procedure. */
    REDIRECTED("Umleitung"),
    /** A person closed a clearing case without sending its message. */
    CLOSED("Abschluss"),
    /** A step could not be journalled and was put aside. */
    GAP("Journallücke");

    private final String label;

    EventType(String label) {
        this.label = label;
    }

    /** True when the journey itself goes on with it; looking and deleting leave its last change where it was. */
    public boolean moves() {
        return this != VIEWED && this != DELETED;
    }

    /** German label on screen. */
    public String label() {
        return label;
    }
}
