package org.stadtbus.cli.bench;

/**
 * One measured series as it is printed.
 *
 * @param perSecond finished per second
 * @param p50Millis median from begin to end, milliseconds
 * @param p99Millis 99th percentile, milliseconds
 * @param count how many were measured
 * @param seconds how long was measured
 */
public record Series(double perSecond, double p50Millis, double p99Millis, int count, double seconds) {

    static Series of(Distribution distribution, double seconds) {
        double rate = distribution.count() / seconds;
        return new Series(
                Math.round(rate * 10) / 10.0,
                distribution.percentileMillis(50),
                distribution.percentileMillis(99),
                distribution.count(),
                Math.round(seconds * 10) / 10.0);
    }
}
