package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;

/**
 * A maintenance window that comes again and again.
 *
 * <p>Times are those of the clock on the wall in Oldenburg. Where the clock changes inside a window, it ends when both the
 * wall clock and the elapsed time say so: rather an hour too long than one delivery into a system that is being mended.
 *
 * @param begins when it begins, in the six fields of Spring's cron (second minute hour day month weekday)
 * @param lasts how long it lasts
 */
public record Window(CronExpression begins, Duration lasts) {
    private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Berlin");
    /** Beyond any shift of a clock change. */
    private static final Duration SHIFT = Duration.ofHours(2);

    @JsonCreator
    static Window of(String begins, String lasts) {
        return new Window(CronExpression.parse(begins), DurationStyle.detectAndParse(lasts));
    }

    /** When the window that is open now ends; empty when none is open. */
    public Optional<Instant> openUntil(Instant now) {
        // without a zone: a begin in the hour that a clock change leaves out would be skipped for that day
        LocalDateTime begin =
                begins.next(now.minus(lasts).minus(SHIFT).atZone(WALL_CLOCK).toLocalDateTime());
        Instant end = now;
        while (begin != null && !begin.atZone(WALL_CLOCK).toInstant().isAfter(now)) {
            Instant ends = end(begin);
            end = ends.isAfter(end) ? ends : end;
            begin = begins.next(begin);
        }
        return end.isAfter(now) ? Optional.of(end) : Optional.empty();
    }

    private Instant end(LocalDateTime begin) {
        Instant elapsed = begin.atZone(WALL_CLOCK).toInstant().plus(lasts);
        Instant onTheWall =
                begin.plus(lasts).atZone(WALL_CLOCK).withLaterOffsetAtOverlap().toInstant();
        return elapsed.isAfter(onTheWall) ? elapsed : onTheWall;
    }
}
