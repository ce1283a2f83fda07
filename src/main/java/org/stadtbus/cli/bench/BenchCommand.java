package org.stadtbus.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.ConnectionFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.Hub;
import org.stadtbus.cli.Home;
import org.stadtbus.cli.Ports;
import org.stadtbus.journal.JournalObserver;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stadtbus bench}: how fast a Bauantrag is, beside a bare durable broker in the same run. */
@Command(
        name = "bench",
        description = "Misst den Bauantrag gegen die Sandbox, daneben den Broker allein.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final Set<String> TARGETS = Set.of("bauantraege", "eakte-enaio", "brandschutz-vorbeugend");
    private static final String SAMPLE = "einfamilienhaus";

    @Option(names = "--json", description = "Gibt das Ergebnis als JSON aus")
    private boolean json;

    @Option(names = "--seconds", description = "Dauer jeder Messung (sonst ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "Sekunden zum Aufwärmen jeder Messung (sonst ${DEFAULT-VALUE})")
    private int warmUp = 45;

    @Option(names = "--senders", description = "Anträge gleichzeitig unterwegs (sonst ${DEFAULT-VALUE})")
    private int senders = 8;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("stadtbus-bench");
        try {
            BenchReport report = measure(folder);
            System.out.println(json ? JsonMapper.builder().build().writeValueAsString(report) : report.text());
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private BenchReport measure(Path folder) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        Receipts receipts = new Receipts(TARGETS);
        try (City city = City.start(folder.resolve("stadt"), address);
                ConfigurableApplicationContext hub = hub(folder, city, address, receipts)) {
            Sample sample = sample();
            JourneyLoad load =
                    new JourneyLoad(new OnlineForm(city.client(City.ONLINE_FORM), address), sample, receipts);
            BareBroker bare = new BareBroker(hub.getBean(ConnectionFactory.class), Json.bytes(sample.form()));
            load.run(senders, Duration.ofSeconds(warmUp));
            Series journey = load.run(senders, Duration.ofSeconds(seconds));
            bare.run(senders, Duration.ofSeconds(warmUp));
            Series broker = bare.run(senders, Duration.ofSeconds(seconds));
            return BenchReport.of(journey, broker, senders, warmUp);
        }
    }

    private static ConfigurableApplicationContext hub(Path folder, City city, URI address, Receipts receipts) {
        Map<String, String> settings = new LinkedHashMap<>(city.hubSettings());
        settings.put("stadtbus.home", Home.path().toString());
        settings.put("stadtbus.data", folder.resolve("hub").toString());
        settings.put("server.port", String.valueOf(address.getPort()));
        JournalObserver observer = receipts::seen;
        return Hub.start(
                settings, context -> context.getBeanFactory().registerSingleton("benchReceipts", observer), "sandbox");
    }

    private static Sample sample() {
        return Samples.all().stream()
                .filter(s -> s.name().equals(SAMPLE))
                .findFirst()
                .orElseThrow();
    }
}
