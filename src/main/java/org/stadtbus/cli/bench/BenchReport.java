package org.stadtbus.cli.bench;

import java.util.Locale;

/**
 * What the bench found, in one run.
 *
 * @param journey one Bauantrag: REST intake to the receipt of the third target, answers of the targets running beside it
 * @param bareBroker durable transacted send and consume on the same broker
 * @param ratio journeys per second divided by bare messages per second
 * @param senders how many applications were under way at a time, and pairs on the bare broker
 * @param warmUpSeconds how long each series ran before it was measured
 */
public record BenchReport(Series journey, Series bareBroker, double ratio, int senders, long warmUpSeconds) {

    static BenchReport of(Series journey, Series bare, int senders, long warmUpSeconds) {
        double ratio = Math.round(journey.perSecond() / bare.perSecond() * 10_000) / 10_000.0;
        return new BenchReport(journey, bare, ratio, senders, warmUpSeconds);
    }

    /** The report for people. */
    public String text() {
        return String.format(
                Locale.GERMANY,
                """
                Aufwärmen %d s, %d gleichzeitig
                Vorgang          %8.1f je s   p50 %8.2f ms   p99 %8.2f ms   (%d in %.1f s)
                Broker allein    %8.1f je s   p50 %8.2f ms   p99 %8.2f ms   (%d in %.1f s)
                Verhältnis       %8.4f
                """,
                warmUpSeconds,
                senders,
                journey.perSecond(),
                journey.p50Millis(),
                journey.p99Millis(),
                journey.count(),
                journey.seconds(),
                bareBroker.perSecond(),
                bareBroker.p50Millis(),
                bareBroker.p99Millis(),
                bareBroker.count(),
                bareBroker.seconds(),
                ratio);
    }
}
