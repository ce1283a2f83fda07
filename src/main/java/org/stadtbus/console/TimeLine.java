package org.stadtbus.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Step;

/** The steps of a journey by days; delays that follow each other are one line. */
final class TimeLine {
    private TimeLine() {}

    /**
     * What happened on one day.
     *
     * @param date for programs, e.g. {@code 2026-11-24}
     * @param name for people
     */
    record Day(String date, String name, List<StepView> steps) {
        private static Day of(Instant at) {
            return new Day(GermanTime.date(at), GermanTime.day(at), new ArrayList<>());
        }
    }

    /** Days and steps, oldest first. */
    static List<Day> of(List<Step> steps, Names names) {
        List<Day> days = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        Map<String, Integer> delays = new HashMap<>();
        for (Step step : steps) {
            if (days.isEmpty() || !last(days).date().equals(GermanTime.date(step.at()))) {
                days.add(Day.of(step.at()));
                delays.clear();
            }
            add(StepView.of(step, names, shown), last(days).steps(), delays);
        }
        return days;
    }

    /** {@code delays}: place of each system and message's line among the delays that no other step has ended yet. */
    private static void add(StepView view, List<StepView> day, Map<String, Integer> delays) {
        if (view.type() != EventType.DELAYED) {
            delays.clear();
            day.add(view);
            return;
        }
        Integer place = delays.putIfAbsent(view.systemId() + "\n" + view.messageId(), day.size());
        if (place == null) {
            day.add(view);
        } else {
            day.set(place, view.after(day.get(place)));
        }
    }

    private static Day last(List<Day> days) {
        return days.get(days.size() - 1);
    }
}
