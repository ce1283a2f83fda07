package org.stadtbus.cli.testdrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;

/**
 * One run of one message.
 *
 * @param name route, case and fault, for people
 * @param service LeiKa key of the route
 * @param procedure procedure that hands the message in; absent when it is an application out of a form
 * @param message file with the message, from the home folder
 * @param attachments files that go along, from the home folder
 * @param faults procedure → what is wrong with it during this run
 * @param expected procedure → {@code delivered}, {@code waiting}, or the file that must arrive
 * @param state a state the journey must reach; absent when the test does not care
 */
record TestDrive(
        String name,
        String service,
        Optional<String> procedure,
        Path message,
        List<Path> attachments,
        Map<String, String> faults,
        Map<String, String> expected,
        Optional<JourneyState> state) {
    static final String DELIVERED = "delivered";
    static final String WAITING = "waiting";

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String ENDING = ".test.yaml";
    private static final String STATE = "state";
    private static final String EXPECT = "expect";

    /** Every run that the test files below {@code routes/} describe: without faults first, then one for each fault. */
    static List<TestDrive> all(Path home) {
        try (Stream<Path> files = Files.walk(home.resolve("routes"), 2)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> read(home, file).stream())
                    .toList();
        } catch (IOException e) {
            throw unusable(home.resolve("routes"), e);
        }
    }

    private static List<TestDrive> read(Path home, Path file) {
        try {
            JsonNode test = YAML.readTree(file.toFile());
            String service = YAML.readTree(file.resolveSibling("route.yaml").toFile())
                    .path("service")
                    .asText();
            String name = home.resolve("routes").relativize(file).getName(0) + " / "
                    + file.getFileName().toString().replace(ENDING, "");
            List<TestDrive> runs = new ArrayList<>();
            runs.add(of(home, name, service, test.path("given"), Map.of(), test.path(EXPECT)));
            test.path("faults").forEach(fault -> {
                Map<String, String> wrong = texts(fault);
                wrong.remove(EXPECT);
                runs.add(of(home, name + " " + wrong, service, test.path("given"), wrong, fault.path(EXPECT)));
            });
            return runs;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static TestDrive of(
            Path home, String name, String service, JsonNode given, Map<String, String> faults, JsonNode expect) {
        Map<String, String> expected = texts(expect);
        Optional<JourneyState> state =
                Optional.ofNullable(expected.remove(STATE)).map(JourneyState::of);
        List<Path> attachments = new ArrayList<>();
        given.path("attachments").forEach(file -> attachments.add(home.resolve(file.asText())));
        return new TestDrive(
                name,
                service,
                Optional.of(given.path("procedure").asText()).filter(id -> !id.isEmpty()),
                home.resolve(given.path("message").asText()),
                attachments,
                Map.copyOf(faults),
                Map.copyOf(expected),
                state);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().stream()
                .filter(e -> e.getValue().isTextual())
                .forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    /** Files the sample's envelope names, {@code <case>.envelope.json} beside the message. */
    List<SampleFile> sampleFiles() {
        Path envelope = Path.of(message.toString().replaceFirst("\\.in\\.[^.]+$", ".envelope.json"));
        if (!Files.exists(envelope)) {
            return List.of();
        }
        try {
            List<SampleFile> files = new ArrayList<>();
            YAML.readTree(envelope.toFile())
                    .path("attachments")
                    .forEach(file -> files.add(new SampleFile(
                            file.path("filename").asText(),
                            file.path("contentType").asText(),
                            file.path("purpose").asText())));
            return files;
        } catch (IOException e) {
            throw unusable(envelope, e);
        }
    }

    /** A file a sample's envelope names; the test drive sends a stand-in under its name. */
    record SampleFile(String filename, String contentType, String purpose) {}

    private static HubException unusable(Path file, IOException e) {
        return HubException.permanent(
                "test-unusable", "Die Probefahrt »" + file + "« ist nicht lesbar: " + e.getMessage());
    }
}
