package org.stadtbus.console;

import java.util.List;
import java.util.Optional;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Step;

/**
 * Why a journey stands still.
 *
 * @param clearing true when a person must act, false when the hub tries again by itself
 * @param system where it stands
 * @param sentence why
 */
record Standstill(boolean clearing, String system, String sentence) {
    private static final String HUB = "stadtbus";

    /** The newest open clearing case, else the newest delay that is not over; empty when all goes its way. */
    static Optional<Standstill> of(List<Step> steps) {
        return newest(steps, EventType.CLEARING).or(() -> newest(steps, EventType.DELAYED));
    }

    private static Optional<Standstill> newest(List<Step> steps, EventType type) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.type() == type && open(step, steps.subList(i + 1, steps.size()))) {
                return Optional.of(new Standstill(type == EventType.CLEARING, step.system(), step.sentence()));
            }
        }
        return Optional.empty();
    }

    /** A step is over once the same system did anything else with the same message, or the hub with the journey. */
    private static boolean open(Step step, List<Step> later) {
        return later.stream()
                .filter(s ->
                        s.type() != EventType.DELAYED && s.type() != EventType.CLEARING && s.type() != EventType.VIEWED)
                .filter(s -> s.system().equals(step.system()))
                .noneMatch(s -> s.system().equals(HUB) || s.messageId().equals(step.messageId()));
    }
}
