package org.stadtbus.cli.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** Durations of many equal things, sorted. */
final class Distribution {
    private final long[] nanos;

    private Distribution(long[] nanos) {
        this.nanos = nanos;
    }

    static Distribution of(Collection<Duration> durations) {
        long[] all = durations.stream().mapToLong(Duration::toNanos).toArray();
        Arrays.sort(all);
        return new Distribution(all);
    }

    /** How many. */
    int count() {
        return nanos.length;
    }

    /** Nearest-rank percentile in milliseconds; 0 when there is nothing to measure. */
    double percentileMillis(double percent) {
        if (nanos.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return Math.round(nanos[Math.max(0, rank - 1)] / 10_000.0) / 100.0;
    }
}
