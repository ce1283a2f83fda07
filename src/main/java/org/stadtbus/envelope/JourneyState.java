package org.stadtbus.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a journey stands, as the applicant reads it. */
public enum JourneyState {
    RECEIVED("eingegangen", "Eingegangen", false),
    FORWARDED("weitergeleitet", "Weitergeleitet", false),
    IN_REVIEW("in-pruefung", "In Prüfung", false),
    DOCUMENTS_MISSING("unterlagen-fehlen", "Unterlagen fehlen", true),
    DECIDED("entschieden", "Entschieden", true),
    REJECTED("zurueckgewiesen", "Zurückgewiesen", true),
    CLEARING("klaerfall", "Klärfall", false);

    private final String code;
    private final String label;
    private final boolean resting;

    JourneyState(String code, String label, boolean resting) {
        this.code = code;
        this.label = label;
        this.resting = resting;
    }

    /** Code used in files, API and database, e.g. {@code in-pruefung}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** German label on screen. */
    public String label() {
        return label;
    }

    /** True when the hub has nothing left to do by itself: decided, rejected, or waiting for the applicant. */
    public boolean resting() {
        return resting;
    }

    /** True for the stages an application passes on its way to a decision. */
    public boolean beforeDecision() {
        return ordinal() < DECIDED.ordinal();
    }

    /**
     * The state with this code.
     *
     * @throws HubException (permanent) when there is none; its sentence lists the codes that exist
     */
    @JsonCreator
    public static JourneyState of(String code) {
        return Arrays.stream(values())
                .filter(s -> s.code.equals(code))
                .findFirst()
                .orElseThrow(() -> HubException.permanent(
                        "unknown-state",
                        "Den Vorgangszustand »" + code + "« gibt es nicht; erlaubt sind "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(JourneyState::code)
                                                .toList())
                                + "."));
    }
}
