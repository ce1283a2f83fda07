package org.stadtbus.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stadtbus.vault.Copy;

/** Which copies of one content may go. */
final class Verdict {
    private final Instant now;
    private final Duration grace;

    Verdict(Instant now, Duration grace) {
        this.now = now;
        this.grace = grace;
    }

    /** True when nobody can be about to rely on the copy: who stores after its day leans on a newer one. */
    boolean isOld(Copy copy) {
        Instant dayOver = copy.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return dayOver.plus(grace).isBefore(now);
    }

    /**
     * The copies that may be removed: old, and not the newest one of a drawer in which the content is needed. A needed content
     * always keeps one copy, in whichever drawer.
     *
     * @param newestFirst all copies of one content
     * @param drawers in which it is needed; empty when nobody needs it
     */
    List<Copy> removable(List<Copy> newestFirst, Set<String> drawers) {
        Set<String> served = new HashSet<>();
        List<Copy> spare = new ArrayList<>();
        for (Copy copy : newestFirst) {
            if (!drawers.contains(copy.drawer()) || !served.add(copy.drawer())) {
                spare.add(copy);
            }
        }
        if (!drawers.isEmpty() && served.isEmpty()) {
            spare.remove(0);
        }
        return spare.stream().filter(this::isOld).toList();
    }
}
