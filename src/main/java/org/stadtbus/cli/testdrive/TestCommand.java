package org.stadtbus.cli.testdrive;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.Hub;
import org.stadtbus.cli.Home;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code stadtbus test}: runs the routes' test files against the sandbox. */
@Command(
        name = "test",
        description = "Fährt die Probefahrten der Linien (routes/*/*.test.yaml) gegen die Sandbox.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
    /** The moment samples are made for, see the mappings' samples. */
    private static final Clock SAMPLE_TIME = Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC);

    /** Who is who in the samples. */
    private static final String DIRECTORY = "mappings/common/sample-directory.yaml";

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Nur Probefahrten, in deren Name das vorkommt")
    private String only = "";

    @Override
    public Integer call() throws Exception {
        return run(Home.path(), only, System.out) ? 0 : 1;
    }

    /**
     * Runs every test drive whose name holds the text.
     *
     * @param home folder that holds {@code routes/}
     * @param out where each drive's line goes
     * @return true when there is one at least and all went as expected
     */
    public static boolean run(Path home, String only, PrintStream out) throws IOException, InterruptedException {
        List<TestDrive> drives = TestDrive.all(home).stream()
                .filter(d -> d.name().contains(only))
                .toList();
        Path folder = Files.createTempDirectory("stadtbus-test");
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        boolean good = !drives.isEmpty();
        try (City city = City.start(folder.resolve("stadt"), address);
                Surroundings surroundings = Surroundings.start(city, folder, home.resolve(DIRECTORY));
                ConfigurableApplicationContext hub = hub(home, folder, settings(city, surroundings), address)) {
            Driver driver = new Driver(home, city, hub, address);
            for (TestDrive drive : drives) {
                Optional<String> failure = driver.drive(drive);
                out.println((failure.isEmpty() ? "✓ " : "✗ ")
                        + drive.name()
                        + failure.map(f -> ": " + f).orElse(""));
                good &= failure.isEmpty();
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return good;
    }

    private static Map<String, String> settings(City city, Surroundings surroundings) {
        Map<String, String> settings = new LinkedHashMap<>(city.hubSettings());
        settings.putAll(surroundings.hubSettings());
        return settings;
    }

    private static ConfigurableApplicationContext hub(
            Path home, Path folder, Map<String, String> neighbours, URI address) {
        Map<String, String> settings = new LinkedHashMap<>(neighbours);
        settings.put("stadtbus.home", home.toString());
        settings.put("stadtbus.data", folder.resolve("hub").toString());
        settings.put("server.port", String.valueOf(address.getPort()));
        return Hub.start(
                settings, context -> context.getBeanFactory().registerSingleton("clock", SAMPLE_TIME), "sandbox");
    }
}
