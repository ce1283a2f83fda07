package org.stadtbus.retention;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Periods in German. */
final class Periods {
    private Periods() {}

    static String words(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "Jahr", "Jahre");
        add(parts, period.getMonths(), "Monat", "Monate");
        add(parts, period.getDays(), "Tag", "Tage");
        return parts.isEmpty() ? "0 Tage" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count != 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }
}
