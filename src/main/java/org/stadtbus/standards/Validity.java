package org.stadtbus.standards;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * From which to which day a version of a standard holds, both included. XÖV standards change on 1 May and 1 November; a message under way
 * at the change is still read in the old version for {@value #OVERLAP_DAYS} days.
 *
 * @param from first day; null when it always has
 * @param until last day; null when no end is known
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
    static final int OVERLAP_DAYS = 14;
    static final Validity ALWAYS = new Validity(null, null);

    /** Refuses a last day before the first ({@code validity-reversed}). */
    public Validity {
        if (from != null && until != null && until.isBefore(from)) {
            throw HubException.rejected(
                    "validity-reversed", "Der letzte Tag %s liegt vor dem ersten %s.".formatted(until, from));
        }
    }

    boolean hasBegun(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    /** Whether messages in it are taken on this day, the days of overlap included. */
    boolean accepts(LocalDate day) {
        return hasBegun(day) && (until == null || !day.isAfter(until.plusDays(OVERLAP_DAYS)));
    }

    /** Days from this one until the last; negative when that is over, empty when no end is known. */
    Optional<Long> daysLeft(LocalDate day) {
        return Optional.ofNullable(until).map(last -> ChronoUnit.DAYS.between(day, last));
    }

    /** For order: a version without a first day is older than any with one. */
    LocalDate begin() {
        return from == null ? LocalDate.MIN : from;
    }
}
