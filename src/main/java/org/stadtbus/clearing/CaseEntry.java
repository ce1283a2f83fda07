package org.stadtbus.clearing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param version the case's version from then on
 * @param action code of what happened: {@code geoeffnet}, {@code repariert}, {@code freigegeben}, …
 * @param actor who did it; {@code stadtbus} for the hub itself
 * @param reason why, in that person's words; empty for the hub
 * @param sentence what the journal says
 * @param state where the case stood from then on
 * @param sha256 digest of the payload from then on; absent when it did not change
 * @param replaced digest of the payload before; absent when it did not change
 */
public record CaseEntry(
        long version,
        Instant at,
        String action,
        String actor,
        String reason,
        String sentence,
        CaseState state,
        @Nullable String sha256,
        @Nullable String replaced) {}
