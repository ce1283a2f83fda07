package org.stadtbus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Multipart;

/** A hub in a process of its own beside a city in this one, so that the hub may die and the city sees what it did. */
public final class HubProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final String TRADE = "99050012104000";
    private static final Path TRADE_FORM =
            Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json");

    private final URI address = URI.create("http://127.0.0.1:" + Ports.free());
    private final Map<String, String> settings;
    private final Map<String, String> environment;
    private final List<String> jvm;
    private final City city;
    private volatile Program program;

    /**
     * Starts both and waits until the hub answers.
     *
     * @param folder for everything they keep
     * @param settings win over those of the city
     * @param jvm options of the hub's JVM
     */
    public HubProcess(Path folder, Map<String, String> settings, String... jvm) {
        SharedKeys.copyTo(folder.resolve("stadt/schluessel"));
        this.city = City.start(folder.resolve("stadt"), address);
        this.settings = new LinkedHashMap<>(RunningHub.settings(folder, address, city));
        this.settings.putAll(settings);
        // without the official schemas a start is faster; what is delivered is the same
        this.environment = Map.of("STADTBUS_STANDARDS_DIR", folder.toString());
        this.jvm = List.of(jvm);
        try {
            this.program = begun();
        } catch (RuntimeException | Error e) {
            city.close();
            throw e;
        }
    }

    private Program begun() {
        Program begun = launched();
        awaitUp(begun);
        return begun;
    }

    private Program launched() {
        String[] arguments = Stream.concat(
                        Stream.of("run", "--profile", "sandbox"),
                        settings.entrySet().stream().flatMap(e -> Stream.of("--set", e.getKey() + "=" + e.getValue())))
                .toArray(String[]::new);
        return Program.start(environment, jvm, arguments);
    }

    private void awaitUp(Program begun) {
        try {
            await("the hub")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast(() -> assertThat(begun.isAlive()).as(begun.text()).isTrue())
                    .untilAsserted(() -> assertThat(isUp()).as(begun.text()).isTrue());
        } catch (RuntimeException | Error e) {
            begun.destroy();
            throw e;
        }
    }

    /** Starts it once more and waits until it answers. */
    public void startAgain() {
        launchAgain();
        awaitUp(program);
    }

    /** Starts it once more. */
    void launchAgain() {
        program = launched();
    }

    private boolean isUp() {
        try {
            return get("/api/v1/journeys").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks the hub with the operator's token. */
    public HttpResponse<String> get(String path) throws IOException {
        return city.client(City.OPERATOR).call("GET", address.resolve(path), BodyPublishers.noBody());
    }

    /** A journey as the API tells it. */
    public JsonNode journey(String id) {
        try {
            return Json.read(get("/api/v1/journeys/" + id).body());
        } catch (IOException e) {
            throw new UncheckedIOException("The hub does not answer:\n" + program.text(), e);
        }
    }

    /** Sends a trade registration; its only target is the trade register's SFTP folder. */
    public HttpResponse<String> send(String key) throws IOException {
        return send(key, Files.readAllBytes(TRADE_FORM), "");
    }

    /** As above with another form, and with a file of these letters besides where there are any. */
    public HttpResponse<String> send(String key, byte[] form, String file) throws IOException {
        return send(TRADE, key, form, file);
    }

    /** As above for another service. */
    public HttpResponse<String> send(String service, String key, byte[] form, String file) throws IOException {
        Multipart body = new Multipart().json("form", form);
        if (!file.isEmpty()) {
            byte[] bytes = file.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            body.file("anlage", "anlage.txt", "text/plain", () -> new ByteArrayInputStream(bytes));
        }
        return city.client(City.ONLINE_FORM)
                .call(
                        "POST",
                        address.resolve("/api/v1/services/" + service + "/applications"),
                        body.publisher(),
                        "Content-Type",
                        body.contentType(),
                        "Idempotency-Key",
                        key);
    }

    /** The files the trade register has got. */
    public List<Path> registered() {
        Path inbox = city.sftp().root().resolve("gewerberegister/eingang");
        try (Stream<Path> files = Files.exists(inbox) ? Files.list(inbox) : Stream.empty()) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public City city() {
        return city;
    }

    public URI address() {
        return address;
    }

    public Program program() {
        return program;
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
        city.close();
    }
}
