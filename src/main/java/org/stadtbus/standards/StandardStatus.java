package org.stadtbus.standards;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one version of a standard.
 *
 * @param id schema id
 * @param title name and version for people
 * @param installed whether its official files are there
 * @param from first day it holds; null when it always has
 * @param until last day; null when no end is known
 * @param sentence German sentence: how it stands today
 * @param urgent true when somebody must do something about it: it ends within 90 days, or has ended, and nothing follows
 */
public record StandardStatus(
        String id,
        String title,
        boolean installed,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String sentence,
        boolean urgent) {

    /** XÖV publishes a version half a year before it holds; three months are left to install and try it. */
    static final int WARN_DAYS = 90;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy");

    static StandardStatus of(Bundle bundle, Optional<Family> family, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Validity validity = bundle.validity();
        boolean followed = family.isPresent() && family.get().goesOnAfter(bundle);
        boolean ends =
                validity.daysLeft(today).filter(days -> days <= WARN_DAYS).isPresent();
        boolean urgent = bundle.installed() && ends && !followed;
        return new StandardStatus(
                bundle.id(),
                bundle.title(),
                bundle.installed(),
                validity.from(),
                validity.until(),
                sentence(bundle, today) + (urgent ? " Eine folgende Version ist nicht eingespielt." : ""),
                urgent);
    }

    private static String sentence(Bundle bundle, LocalDate today) {
        Validity validity = bundle.validity();
        if (!bundle.installed()) {
            return "Nicht eingespielt.";
        }
        if (!validity.hasBegun(today)) {
            return "Gilt ab %s.".formatted(DAY.format(validity.begin()));
        }
        LocalDate last = validity.until();
        if (last == null) {
            return "Gilt.";
        }
        if (!today.isAfter(last)) {
            return "Gilt bis %s.".formatted(DAY.format(last));
        }
        return validity.accepts(today)
                ? "Galt bis %s, wird bis %s noch angenommen."
                        .formatted(DAY.format(last), DAY.format(last.plusDays(Validity.OVERLAP_DAYS)))
                : "Galt bis %s.".formatted(DAY.format(last));
    }
}
