package org.stadtbus.nodes;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.City;
import org.stadtbus.testkit.Program;

/** One hub node among several: {@code stadtbus run} as a process that can be killed and started again on what it kept. */
final class NodeProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 240;
    private static final String HAS_THE_TURN = "Dieser Knoten hat jetzt die Aufgabe polling";
    private static final String HAS_NO_TURN = "Dieser Knoten hat die Aufgabe polling nicht mehr";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final URI uri = URI.create("http://127.0.0.1:" + Ports.free());
    private @Nullable Program process;

    /**
     * @param home folder with config, routes, mappings and connectors
     * @param data folder for everything it keeps
     */
    NodeProcess(Path home, Path data) {
        settings.put("stadtbus.home", home.toString());
        settings.put("stadtbus.data", data.toString());
        settings.put("server.port", String.valueOf(uri.getPort()));
    }

    /** Has it know the neighbours of this city. */
    NodeProcess in(City city) {
        settings.putAll(city.hubSettings());
        return this;
    }

    NodeProcess with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Has it use an external broker. */
    NodeProcess at(String brokerUrl, String user, String password) {
        return with("spring.artemis.embedded.enabled", "false")
                .with("spring.artemis.broker-url", brokerUrl)
                .with("spring.artemis.user", user)
                .with("spring.artemis.password", password);
    }

    URI uri() {
        return uri;
    }

    /** Starts the process and returns at once. */
    void launch() {
        List<String> arguments = new ArrayList<>(List.of("run", "--profile", "sandbox"));
        settings.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        process = Program.start(arguments.toArray(String[]::new));
    }

    /** Waits until its deliveries run, which they do last of all. */
    void awaitUp() throws InterruptedException {
        awaitLog("Deliveries run for");
    }

    /** Waits for a line of its log since its last start. */
    void awaitLog(String text) throws InterruptedException {
        if (!running().awaitLine(line -> line.contains(text), PATIENCE_SECONDS)) {
            throw new AssertionError("No \"" + text + "\" in the hub's log:\n" + log());
        }
    }

    private Program running() {
        return Objects.requireNonNull(process, "not started");
    }

    /** True when it is its turn to poll, as its log says. */
    boolean polls() {
        String log = process == null ? "" : process.text();
        return log.lastIndexOf(HAS_THE_TURN) > log.lastIndexOf(HAS_NO_TURN);
    }

    String log() {
        return process == null ? "" : process.text();
    }

    /** Lets it work for a while. */
    void lives(int millis) throws InterruptedException {
        if (running().ended(millis)) {
            throw new AssertionError("The hub ended by itself:\n" + log());
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        running().kill();
    }

    /** SIGTERM; returns when it has ended. */
    void stop() throws InterruptedException {
        running().stop(PATIENCE_SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
    }
}
