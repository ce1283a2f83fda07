package org.stadtbus.dvdv;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Remembers for a short time that the directory was away, so that not every message waits for it. */
final class Outage {
    private final Clock clock;
    private final Duration pause;
    private volatile Instant until = Instant.MIN;

    Outage(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws HubException transient while the pause lasts */
    void check() {
        if (Instant.now(clock).isBefore(until)) {
            throw DvdvFailures.pausing();
        }
    }

    /** A question failed; the pause begins where it was the directory's fault and is not running yet. */
    void note(HubException failure) {
        Instant now = Instant.now(clock);
        if (failure.kind() == FailureKind.TRANSIENT && !now.isBefore(until)) {
            until = now.plus(pause);
        }
    }
}
