package org.stadtbus.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stadtbus bench}: how fast the hub is, beside a bare broker and the same steps without it, in one run. */
@Command(
        name = "bench",
        description = {
            "Misst den Hub neben dem Broker allein, denselben Schritten aus Camels Standardbausteinen mit (b) und ohne (c)",
            "Broker und den Bausteinen des Hubs ohne Broker und Journal (d): gleicher Sender, gleiches Ziel, ein Lauf."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int WARM_UPS = 6;
    private static final String QUICK = "Schnelldurchlauf: die Zahlen bedeuten nichts, er zeigt nur, dass alles läuft.";
    private static final int QUICK_SENDERS = 4;

    /** What can be measured. */
    enum Part {
        /** Every size, as fast as it goes. */
        full,
        /** The same at 70 % of that, messages coming in evenly. */
        load,
        /** From start to ready. */
        start,
        /** Whole building applications through the sandbox city. */
        bauantrag
    }

    @Option(names = "--json", description = "Gibt das Ergebnis als JSON aus")
    private boolean json;

    @Option(
            names = "--workload",
            split = ",",
            description = "Was gemessen wird: ${COMPLETION-CANDIDATES}; load braucht full (sonst full,load,start)")
    private Set<Part> parts = Set.of(Part.full, Part.load, Part.start);

    @Option(names = "--sizes", split = ",", description = "Größen in KB (sonst ${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of(2, 20, 200);

    @Option(names = "--senders", split = ",", description = "Nachrichten gleichzeitig (sonst ${DEFAULT-VALUE})")
    private List<Integer> senders = List.of(1, 4, 16);

    @Option(names = "--targets", split = ",", description = "Fachverfahren, höchstens 50 (sonst ${DEFAULT-VALUE})")
    private List<Integer> targets = List.of(1, BenchHome.TARGETS);

    @Option(names = "--contenders", split = ",", description = "Wer antritt (sonst ${DEFAULT-VALUE})")
    private List<String> contenders = List.of("hub", "a", "b", "c", "d");

    @Option(names = "--seconds", description = "Dauer je Last und Teilnehmer (sonst ${DEFAULT-VALUE})")
    private double seconds = 4;

    @Option(names = "--rounds", description = "In so vielen Runden abwechselnd (sonst ${DEFAULT-VALUE})")
    private int rounds = 2;

    @Option(
            names = "--warm-up",
            description =
                    "Sekunden zum Aufwärmen je Teilnehmer, so oft, bis er nicht mehr schneller wird (sonst ${DEFAULT-VALUE})")
    private double warmUp = 45;

    @Option(names = "--quick", description = "Alles einmal kurz; die Zahlen bedeuten nichts")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        if (quick) {
            sizes = List.of(sizes.get(0));
            senders = List.of(QUICK_SENDERS);
            targets = List.of(1);
            seconds = 1;
            rounds = 1;
            warmUp = 1;
        }
        Path folder = Files.createTempDirectory("stadtbus-bench");
        try {
            PipelineReport report = measure(folder);
            System.out.println(json ? JsonMapper.builder().build().writeValueAsString(report) : report.text());
            return report.unexpected() == 0 ? 0 : 1;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private PipelineReport measure(Path folder) throws Exception {
        // first, while nothing else in this process runs
        List<Long> starts =
                parts.contains(Part.start) ? new StartBench().run(folder.resolve("start"), quick ? 1 : 3) : List.of();
        Series journey = parts.contains(Part.bauantrag)
                ? new JourneyBench(senders.get(0), millis(warmUp), millis(seconds)).run(folder.resolve("bauantrag"))
                : null;
        String note = quick ? QUICK : "";
        if (!parts.contains(Part.full)) {
            return new PipelineReport(note, Map.of(), List.of(), List.of(), 0, starts, journey);
        }
        BenchPlan plan = new BenchPlan(
                BenchPlan.workloads(sizes, senders, targets),
                millis(warmUp),
                quick ? 1 : WARM_UPS,
                millis(seconds),
                rounds,
                contenders);
        try (PipelineBench bench = new PipelineBench(plan, folder)) {
            bench.warmUp();
            List<PipelineResult> full = bench.full();
            List<PipelineResult> load = parts.contains(Part.load) ? bench.partLoad(full) : List.of();
            return new PipelineReport(note, bench.titles(), full, load, bench.unexpected(), starts, journey);
        }
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
