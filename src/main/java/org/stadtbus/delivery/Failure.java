package org.stadtbus.delivery;

import java.time.Duration;
import java.util.Optional;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * A failed attempt.
 *
 * @param why kind and sentence
 * @param fault whose fault it is
 * @param retryAfter how long the target asks to be left alone; empty when it does not ask
 */
record Failure(HubException why, Fault fault, Optional<Duration> retryAfter) {

    /** Whose fault a failure is; only the target's count for its circuit breaker. */
    enum Fault {
        TARGET,
        MESSAGE,
        HUB
    }

    boolean isTransient() {
        return why.kind() == FailureKind.TRANSIENT;
    }
}
