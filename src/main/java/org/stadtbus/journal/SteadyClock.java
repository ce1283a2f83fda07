package org.stadtbus.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, but never backwards: what happens later has a later time, also while somebody sets the clock back. After a
 * jump back its time creeps on by a microsecond a question until the machine's clock has caught up. A jump of more than two hours is
 * taken for a correction of a clock that was wrong, and followed.
 */
public final class SteadyClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    private static final Duration FURTHEST = Duration.ofHours(2);
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(1);

    private final Clock machine;
    private Instant last;
    private boolean creeping;

    /**
     * @param machine the clock that may jump
     * @param notBefore the newest time known from an earlier run; {@link Instant#MIN} for none
     */
    public SteadyClock(Clock machine, Instant notBefore) {
        this.machine = machine;
        this.last = notBefore;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = machine.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isAfter(last) || isTooFar(now)) {
            creeping = false;
            last = now;
        } else {
            say(now);
            last = last.plus(1, ChronoUnit.MICROS);
        }
        return last;
    }

    private boolean isTooFar(Instant now) {
        return last.minus(FURTHEST).isAfter(now);
    }

    private void say(Instant now) {
        if (!creeping && now.isBefore(last.minus(WORTH_A_LINE))) {
            creeping = true;
            LOG.warn(
                    "Die Uhr dieses Rechners wurde um {} s zurückgestellt; neue Ereignisse stehen trotzdem hinter den alten.",
                    Duration.between(now, last).toSeconds());
        }
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(machine.withZone(zone), instant());
    }
}
