package org.stadtbus.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all contenders did at one workload.
 *
 * @param contenders by id
 * @param hubToB messages per second of the hub divided by those of {@code b}; 0 where one of them was left out
 * @param hubToC the same for {@code c}
 * @param hubToD the same for {@code d}
 */
public record PipelineResult(
        Workload workload, Map<String, Row> contenders, double hubToB, double hubToC, double hubToD) {

    /**
     * One contender.
     *
     * @param travel from due to arrival at the target
     * @param answer from due to the sender's answer
     * @param settledPerSecond messages per second until nothing was under way any more, the journal's projection included
     * @param cpuMillis processor time for each message, milliseconds, sender, target and projection included; what tells most on
     *     a machine that has other work too
     */
    public record Row(Series travel, Series answer, double settledPerSecond, double cpuMillis) {
        static Row of(Measured measured) {
            int count = measured.flights().size();
            return new Row(
                    measured.travel(),
                    measured.answer(),
                    Math.round(count / measured.settledSeconds() * 10) / 10.0,
                    Math.round(measured.cpuSeconds() / count * 100_000) / 100.0);
        }
    }

    static PipelineResult of(Workload workload, Map<String, Measured> measured) {
        Map<String, Row> rows = new LinkedHashMap<>();
        measured.forEach((id, all) -> rows.put(id, Row.of(all)));
        return new PipelineResult(workload, rows, ratio(rows, "b"), ratio(rows, "c"), ratio(rows, "d"));
    }

    private static double ratio(Map<String, Row> rows, String other) {
        double divisor = rate(rows, other);
        return divisor == 0 ? 0 : Math.round(rate(rows, "hub") / divisor * 100) / 100.0;
    }

    /** 0 for who did not take part. */
    double perSecond(String contender) {
        return rate(contenders, contender);
    }

    private static double rate(Map<String, Row> rows, String contender) {
        return Optional.ofNullable(rows.get(contender))
                .map(row -> row.travel().perSecond())
                .orElse(0.0);
    }
}
