package org.stadtbus.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people in the city read them. */
final class GermanTime {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter MINUTE = formatter("dd.MM.yyyy, HH:mm");
    private static final DateTimeFormatter DAY = formatter("EEEE, d. MMMM yyyy");
    private static final DateTimeFormatter SECOND = formatter("HH:mm:ss");

    private GermanTime() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.GERMANY).withZone(BERLIN);
    }

    /** E.g. {@code 24.11.2026, 08:00}. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** E.g. {@code Dienstag, 24. November 2026}. */
    static String day(Instant at) {
        return DAY.format(at);
    }

    /** E.g. {@code 2026-11-24}, for programs. */
    static String date(Instant at) {
        return LocalDate.ofInstant(at, BERLIN).toString();
    }

    /** E.g. {@code 08:00:12}. */
    static String second(Instant at) {
        return SECOND.format(at);
    }
}
