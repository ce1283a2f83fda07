package org.stadtbus.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one or several rounds of the same work gave.
 *
 * @param flights every message that was sent
 * @param seconds how long was sent, until the last had arrived
 * @param settledSeconds the same until nothing was under way any more, the journal's projection included
 * @param cpuSeconds processor time of the whole process in that time, sender and target included
 */
record Measured(List<Flight> flights, double seconds, double settledSeconds, double cpuSeconds) {

    Measured and(Measured other) {
        List<Flight> all = new ArrayList<>(flights);
        all.addAll(other.flights);
        return new Measured(
                all, seconds + other.seconds, settledSeconds + other.settledSeconds, cpuSeconds + other.cpuSeconds);
    }

    /** From due to arrival at the target. */
    Series travel() {
        return Series.of(Distribution.of(durations(Flight::travelNanos)), seconds);
    }

    /** From due to the sender's answer. */
    Series answer() {
        return Series.of(Distribution.of(durations(Flight::answerNanos)), seconds);
    }

    private Collection<Duration> durations(java.util.function.ToLongFunction<Flight> nanos) {
        return flights.stream()
                .map(flight -> Duration.ofNanos(nanos.applyAsLong(flight)))
                .toList();
    }
}
