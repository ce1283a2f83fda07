package org.stadtbus.dvdv;

import java.time.Instant;

/**
 * An answer of the directory.
 *
 * @param value what was asked for
 * @param validUntil end of its validity, exclusive; {@link Instant#MAX} when the directory names none
 */
record Found<V>(V value, Instant validUntil) {

    /** The same, ending here at the latest. */
    Found<V> until(Instant end) {
        return end.isBefore(validUntil) ? new Found<>(value, end) : this;
    }
}
