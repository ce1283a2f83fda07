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
    /** A step could not be journalled and was put aside. */
    GAP("Journallücke");

    private final String label;

    EventType(String label) {
        this.label = label;
    }

    /** German label on screen. */
    public String label() {
        return label;
    }
}
