package org.stadtbus.clearing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtbus.envelope.HubException;

/** Where a clearing case stands. */
public enum CaseState {
    OPEN("offen", "Offen"),
    IN_WORK("in-arbeit", "In Arbeit"),
    AWAITING_RELEASE("wartet-auf-freigabe", "Wartet auf Freigabe"),
    REPLAYED("wiederholt", "Wiederholt"),
    REDIRECTED("umgeleitet", "Umgeleitet"),
    REJECTED("zurueckgewiesen", "Zurückgewiesen"),
    CLOSED("geschlossen", "Geschlossen");

    /** States in which the message still lies on its clearing queue. */
    static final Set<CaseState> UNSOLVED = EnumSet.of(OPEN, IN_WORK, AWAITING_RELEASE);

    private final String code;
    private final String label;

    CaseState(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Code used in API and database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** German label on screen. */
    public String label() {
        return label;
    }

    /** True while a person must still do something. */
    public boolean unsolved() {
        return UNSOLVED.contains(this);
    }

    /**
     * The state with this code.
     *
     * @throws HubException rejected when there is none; its sentence lists the codes that exist
     */
    @JsonCreator
    public static CaseState of(String code) {
        return Arrays.stream(values())
                .filter(s -> s.code.equals(code))
                .findFirst()
                .orElseThrow(() -> HubException.rejected(
                        "unknown-state",
                        "Den Zustand gibt es nicht; erlaubt sind "
                                + Arrays.stream(values()).map(CaseState::code).collect(Collectors.joining(", "))
                                + "."));
    }
}
