package org.stadtbus.connector.fitconnect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which submissions are in hand, and which failed and wait longer each time, so that they hold up no others. */
final class Attempts {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    private record Attempt(int failures, Instant notBefore, boolean running) {}

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Duration first;
    private final Clock clock;

    /** @param first pause after the first failure; doubled with each further one, up to ten minutes */
    Attempts(Duration first, Clock clock) {
        this.first = first;
        this.clock = clock;
    }

    /** To be asked for before the list of what waits is. */
    Look look() {
        return new Look(attempts.entrySet().stream()
                .filter(e -> e.getValue().running())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * One look at the list of what waits. The list may have been written before a submission that was in hand came to its end, so
     * what was in hand when the look began is not begun by it.
     */
    final class Look {
        private final Set<String> inHand;

        private Look(Set<String> inHand) {
            this.inHand = inHand;
        }

        /** True when the submission may be handled now; it is in hand from then on. */
        boolean begin(String id) {
            return !inHand.contains(id) && Attempts.this.begin(id);
        }
    }

    private boolean begin(String id) {
        Instant now = Instant.now(clock);
        Attempt before = attempts.get(id);
        if (before == null) {
            return attempts.putIfAbsent(id, new Attempt(0, now, true)) == null;
        }
        return !before.running()
                && isDue(before.notBefore(), now)
                && attempts.replace(id, before, new Attempt(before.failures(), now, true));
    }

    /** A pause longer than the longest is none: the clock was set back. */
    private static boolean isDue(Instant notBefore, Instant now) {
        return !now.isBefore(notBefore) || Duration.between(now, notBefore).compareTo(LONGEST) > 0;
    }

    /** It came to its end. */
    void done(String id) {
        attempts.remove(id);
    }

    /** It did not; says how often by now. */
    int failed(String id) {
        Attempt after = attempts.compute(id, (key, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            return new Attempt(failures, Instant.now(clock).plus(pause(failures)), false);
        });
        return after.failures();
    }

    private Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** Forgets what failed and does not wait on the list any more. */
    void keepOnly(Set<String> listed) {
        attempts.entrySet().removeIf(e -> !e.getValue().running() && !listed.contains(e.getKey()));
    }
}
