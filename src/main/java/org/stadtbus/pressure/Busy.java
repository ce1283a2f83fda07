package org.stadtbus.pressure;

import java.time.Duration;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * The hub takes nothing more for the moment; nothing was stored. Problem codes: {@code hub-full} (something runs out),
 * {@code service-full} (too many messages of one service wait), {@code too-many-uploads} and {@code too-many-calls} (this caller
 * is too fast).
 */
public final class Busy extends HubException {
    /** Code of a caller who is too fast. */
    public static final String TOO_MANY_CALLS = "too-many-calls";

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter when to come again */
    public Busy(String problemCode, String sentence, Duration retryAfter) {
        super(FailureKind.TRANSIENT, problemCode, sentence);
        this.retryAfter = retryAfter;
    }

    /** When to come again, in whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
