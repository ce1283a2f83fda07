package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.Hub;
import org.stadtbus.cli.Ports;
import org.stadtbus.delivery.OutletState.Activity;
import org.stadtbus.sandbox.City;
import org.stadtbus.testkit.RunningHub;

/** The whole hub with every procedure of the city connected and nothing to do. */
class IdleCatalogueIT {
    private static final int PROCEDURES = 408;
    private static final int MOST_THREADS = 60;
    private static final long MOST_HEAP = 350L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void idleCatalogueCostsAlmostNothing() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + Ports.free());
        try (City city = City.start(folder.resolve("stadt"), uri)) {
            Map<String, String> settings = RunningHub.settings(folder, uri, city);
            settings.put("stadtbus.home", everythingConnected().toString());
            Properties file = new Properties();
            file.putAll(settings);
            try (OutputStream out = Files.newOutputStream(folder.resolve("settings.properties"))) {
                file.store(out, null);
            }
            Process hub = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            IdleCatalogueIT.class.getName(),
                            folder.resolve("settings.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile())
                    .start();
            boolean ended = hub.waitFor(5, TimeUnit.MINUTES);
            hub.destroyForcibly();
            String output = Files.readString(folder.resolve("log.txt"));
            assertThat(ended).as(output).isTrue();
            assertThat(hub.exitValue()).as(output).isZero();
        }
    }

    /** The hub's home with a connection for each procedure that has none or waits for its setting; nobody answers there. */
    private Path everythingConnected() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String name : List.of("config", "connectors", "mappings", "routes")) {
            FileSystemUtils.copyRecursively(Path.of(name), home.resolve(name));
        }
        Path procedures = home.resolve("config/procedures");
        YAMLMapper yaml = new YAMLMapper();
        for (Path each : list(Path.of("config/procedures"))) {
            JsonNode unit = yaml.readTree(each.toFile());
            for (JsonNode procedure : unit.path("procedures")) {
                if (!procedure.has("connection") || procedure.path("connection").has("when")) {
                    ObjectNode connection = ((ObjectNode) procedure).putObject("connection");
                    connection.put("connector", "http");
                    connection
                            .putObject("properties")
                            .put(
                                    "url",
                                    "http://127.0.0.1:9/" + procedure.get("id").asText());
                }
            }
            yaml.writeValue(procedures.resolve(each.getFileName()).toFile(), unit);
        }
        return home;
    }

    private static List<Path> list(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** The hub, which measures itself. */
    public static void main(String[] arguments) throws Exception {
        Properties file = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            file.load(in);
        }
        Map<String, String> settings =
                file.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, file::getProperty));
        ConfigurableApplicationContext hub = Hub.start(settings, "sandbox");
        Outlets outlets = hub.getBean(Outlets.class);
        try {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> running(outlets) == PROCEDURES);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(100))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                                .isLessThanOrEqualTo(MOST_THREADS);
                        System.gc();
                        assertThat(ManagementFactory.getMemoryMXBean()
                                        .getHeapMemoryUsage()
                                        .getUsed())
                                .isLessThanOrEqualTo(MOST_HEAP);
                    });
        } finally {
            Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .sorted()
                    .forEach(System.out::println);
            System.out.println("threads " + ManagementFactory.getThreadMXBean().getThreadCount() + ", heap "
                    + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 / 1024 + " MB");
            System.out.flush();
            hub.close();
        }
        Runtime.getRuntime().halt(0);
    }

    private static long running(Outlets outlets) {
        return outlets.all().stream()
                .filter(outlet -> outlet.activity() == Activity.RUNNING)
                .count();
    }
}
