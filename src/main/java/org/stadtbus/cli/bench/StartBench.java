package org.stadtbus.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stadtbus.cli.Home;
import org.stadtbus.cli.Ports;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.City;

/** How long {@code stadtbus run} takes until its health says UP: the product's catalogue and routes, a process of its own. */
final class StartBench {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 10;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Milliseconds of each start, the first on an empty data folder. */
    List<Long> run(Path folder, int times) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        List<Long> took = new ArrayList<>();
        try (City city = City.start(folder.resolve("stadt"), address)) {
            for (int i = 0; i < times; i++) {
                took.add(start(command(folder, city, address), address));
            }
        }
        return took;
    }

    private static List<String> command(Path folder, City city, URI address) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(sharedClasses());
        command.addAll(List.of(
                "-Dstadtbus.home=" + Home.path(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.stadtbus.cli.StadtbusCommand",
                "run",
                "--profile=sandbox",
                "--set=stadtbus.data=" + folder.resolve("hub"),
                "--set=server.port=" + address.getPort()));
        city.hubSettings().forEach((name, value) -> command.add("--set=" + name + "=" + value));
        return command;
    }

    /** The archive of loaded classes that the launcher gave this process too. */
    private static List<String> sharedClasses() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .toList();
    }

    private long start(List<String> command, URI address) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process hub = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!isUp(address)) {
                if (!hub.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw HubException.permanent("bench-start", "Der Hub ist nicht bereit geworden.");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        } finally {
            hub.destroy();
            hub.waitFor();
        }
    }

    private boolean isUp(URI address) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(address.resolve("/actuator/health"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
