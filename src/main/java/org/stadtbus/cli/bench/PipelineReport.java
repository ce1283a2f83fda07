package org.stadtbus.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the bench found.
 *
 * @param note what to know before reading; empty when nothing
 * @param titles who the contenders are, by id
 * @param full everybody as fast as it can, 1 to 16 messages under way
 * @param partLoad everybody at 70 % of that, messages coming in evenly
 * @param unexpected messages that arrived twice or from nowhere; must be 0
 * @param startMillis start of the product's hub until its health says UP, one entry for each start
 * @param journey the Bauantrag, where it was measured
 */
public record PipelineReport(
        String note,
        Map<String, String> titles,
        List<PipelineResult> full,
        List<PipelineResult> partLoad,
        long unexpected,
        List<Long> startMillis,
        @Nullable Series journey) {
    private static final String LINE = "%-26s %-4s %9.1f %9.1f %9.2f %9.2f %9.2f %9.2f %9.2f%n";

    /** The report for people. */
    public String text() {
        StringBuilder text = new StringBuilder(note.isEmpty() ? "" : note + "\n\n");
        titles.forEach((id, title) -> text.append("%-4s %s%n".formatted(id, title)));
        table(text, "So schnell es geht", full);
        table(text, "Bei 70 % davon, gleichmäßig", partLoad);
        if (!startMillis.isEmpty()) {
            text.append("%nStart bis bereit: %s ms%n".formatted(startMillis));
        }
        if (journey != null) {
            text.append(String.format(
                    Locale.GERMANY,
                    "%nBauantrag: %.1f je s, p50 %.0f ms, p99 %.0f ms%n",
                    journey.perSecond(),
                    journey.p50Millis(),
                    journey.p99Millis()));
        }
        return text.append("%nDoppelt oder unerwartet angekommen: %d%n".formatted(unexpected))
                .toString();
    }

    private static void table(StringBuilder text, String title, List<PipelineResult> results) {
        if (results.isEmpty()) {
            return;
        }
        text.append("%n%s%n%-26s %-4s %9s %9s %9s %9s %9s %9s %9s%n"
                .formatted(title, "", "", "je s", "m.Journal", "p50 ms", "p99 ms", "Antw.p50", "Antw.p99", "CPU ms"));
        for (PipelineResult result : results) {
            result.contenders().forEach((id, row) -> text.append(line(result.workload(), id, row)));
            text.append(String.format(
                    Locale.GERMANY,
                    "%-26s hub/b %.2f   hub/c %.2f   hub/d %.2f%n",
                    "",
                    result.hubToB(),
                    result.hubToC(),
                    result.hubToD()));
        }
    }

    private static String line(Workload workload, String id, PipelineResult.Row row) {
        return String.format(
                Locale.GERMANY,
                LINE,
                workload,
                id,
                row.travel().perSecond(),
                row.settledPerSecond(),
                row.travel().p50Millis(),
                row.travel().p99Millis(),
                row.answer().p50Millis(),
                row.answer().p99Millis(),
                row.cpuMillis());
    }
}
