package org.stadtbus.console;

import java.time.Instant;
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
 * @param since when it began
 */
record Standstill(boolean clearing, String system, String sentence, Instant since) {
    private static final String HUB = "stadtbus";

    /** The newest open clearing case, else the newest delay that is not over; empty when all goes its way. */
    static Optional<Standstill> of(List<Step> steps, Names names) {
        return newest(steps, EventType.CLEARING, names).or(() -> newest(steps, EventType.DELAYED, names));
    }

    private static Optional<Standstill> newest(List<Step> steps, EventType type, Names names) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.type() == type && open(step, steps.subList(i + 1, steps.size()))) {
                return Optional.of(new Standstill(
                        type == EventType.CLEARING,
                        names.system(step.system()),
                        step.sentence(),
                        began(step, steps.subList(0, i))));
            }
        }
        return Optional.empty();
    }

    /** A step is over once the same system did anything else with the same message, or the hub with the journey. */
    private static boolean open(Step step, List<Step> later) {
        return later.stream()
                .filter(s -> s.type() != EventType.DELAYED
                        && s.type() != EventType.CLEARING
                        && s.type().moves())
                .filter(s -> s.system().equals(step.system()))
                .noneMatch(s -> s.system().equals(HUB) || s.messageId().equals(step.messageId()));
    }

    private static Instant began(Step step, List<Step> earlier) {
        Instant began = step.at();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Step before = earlier.get(i);
            if (before.system().equals(step.system()) && before.messageId().equals(step.messageId())) {
                if (before.type() != EventType.DELAYED) {
                    break;
                }
                began = before.at();
            }
        }
        return began;
    }

    public String sinceMinute() {
        return GermanTime.minute(since);
    }
}
