package org.stadtbus.cli.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Home;
import org.stadtbus.cli.Ports;
import org.stadtbus.journal.JournalObserver;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;

/** Whole building applications through the product's own routes, with the sandbox city beside the hub. */
final class JourneyBench {
    private static final Set<String> TARGETS = Set.of("bauantraege", "eakte-enaio", "brandschutz-vorbeugend");
    private static final String SAMPLE = "einfamilienhaus";

    private final int senders;
    private final Duration warmUp;
    private final Duration time;

    JourneyBench(int senders, Duration warmUp, Duration time) {
        this.senders = senders;
        this.warmUp = warmUp;
        this.time = time;
    }

    /** From REST intake to the receipt of the third target, the targets' answers running beside it. */
    Series run(Path folder) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        Receipts receipts = new Receipts(TARGETS);
        try (City city = City.start(folder.resolve("stadt"), address);
                ConfigurableApplicationContext hub = hub(folder, city, address, receipts)) {
            JourneyLoad load =
                    new JourneyLoad(new OnlineForm(city.client(City.ONLINE_FORM), address), sample(), receipts);
            load.run(senders, warmUp);
            return load.run(senders, time);
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
