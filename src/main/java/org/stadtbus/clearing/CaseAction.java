package org.stadtbus.clearing;

import org.stadtbus.journal.EventType;

/** What people do about a clearing case, and what the journal says of it. */
enum CaseAction {
    REPAIR("repariert", EventType.REPAIRED, "Nutzdaten ersetzt."),
    REPLAY("wiederholt", EventType.REPLAYED, "Erneut auf den Weg gebracht."),
    RELEASE("freigegeben", EventType.RELEASED, "Ersetzte Nutzdaten freigegeben und auf den Weg gebracht."),
    REDIRECT("umgeleitet", EventType.REDIRECTED, "An ein anderes Fachverfahren geschickt."),
    REJECT("zurueckgewiesen", EventType.CLOSED, "An den Absender zurückgewiesen."),
    CLOSE("geschlossen", EventType.CLOSED, "Ohne weiteres Senden geschlossen."),
    VIEW("eingesehen", EventType.VIEWED, "Nutzdaten geöffnet.");

    private final String code;
    private final EventType type;
    private final String sentence;

    CaseAction(String code, EventType type, String sentence) {
        this.code = code;
        this.type = type;
        this.sentence = sentence;
    }

    String code() {
        return code;
    }

    EventType type() {
        return type;
    }

    String sentence() {
        return sentence;
    }
}
