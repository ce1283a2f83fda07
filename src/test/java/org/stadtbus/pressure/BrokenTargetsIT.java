package org.stadtbus.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.Neighbour;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.HubProcess;
import org.stadtbus.testkit.TestHome;
import org.stadtbus.testkit.TlsTarget;

/**
 * One message goes to a dozen targets at once, each broken in its own way: each failure is of the right kind, the well target has
 * its message at once, and each broken one has it once when it is well again.
 */
class BrokenTargetsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String SERVICE = "99000000000098";
    private static final String HOST = "ziel-namenlos.stadtbus.test";

    /** What a target does, and a word of the sentence that says so. */
    private record Broken(Fault fault, String words) {}

    private static final Map<String, Broken> FAULTS = faults();

    private static Map<String, Broken> faults() {
        Map<String, Broken> faults = new LinkedHashMap<>();
        faults.put("ziel-gut", new Broken(new Fault.None(), ""));
        faults.put("ziel-weg", new Broken(new Fault.Down(), "nimmt keine Verbindung an"));
        faults.put("ziel-langsam", new Broken(new Fault.Slow(Duration.ofSeconds(30)), "nicht rechtzeitig"));
        faults.put("ziel-legt-auf", new Broken(new Fault.HangUp(), "abgebrochen"));
        faults.put("ziel-500", new Broken(new Fault.Error(500), "HTTP 500"));
        faults.put("ziel-429", new Broken(new Fault.TooMany(Duration.ofSeconds(2)), "HTTP 429"));
        faults.put("ziel-lehnt-ab", new Broken(new Fault.Error(400), "HTTP 400"));
        return faults;
    }

    @TempDir
    Path folder;

    private final Map<String, Target> targets = new LinkedHashMap<>();

    @Test
    void eachFailureIsOfItsKindAndEachTargetHasTheMessageOnceWhenItIsWellAgain() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        FAULTS.forEach((id, broken) -> targets.put(id, new Target(broken.fault())));
        Target nameless = new Target(new Fault.None());
        try (TlsTarget expired = TlsTarget.start(folder.resolve("tls"));
                HubProcess hub = new HubProcess(
                        folder,
                        Map.of("stadtbus.home", home(nameless, expired).folder().toString()),
                        "-Djdk.net.hosts.file=" + hosts,
                        "-Dsun.net.inetaddr.negative.ttl=1",
                        "-Djavax.net.ssl.trustStore=" + expired.trustStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + TlsTarget.PASSWORD)) {
            hub.city().fault(Neighbour.ENAIO, new Fault.BrokenBody());
            String journey = send(hub);

            await("the well target")
                    .atMost(PATIENCE)
                    .until(() -> steps(hub, journey, "DELIVERED", "ziel-gut").size() == 1);
            for (String waiting : waiting()) {
                await(waiting).atMost(PATIENCE).untilAsserted(() -> assertThat(steps(hub, journey, "DELAYED", waiting))
                        .as(hub.journey(journey).path("steps").toPrettyString())
                        .isNotEmpty()
                        .allMatch(sentence -> sentence.contains(words(waiting))));
            }
            await("refused for good")
                    .atMost(PATIENCE)
                    .until(() ->
                            steps(hub, journey, "CLEARING", "ziel-lehnt-ab").size() == 1);
            for (String waiting : waiting()) {
                assertThat(steps(hub, journey, "CLEARING", waiting)).as(waiting).isEmpty();
                assertThat(steps(hub, journey, "DELIVERED", waiting))
                        .as(waiting)
                        .isEmpty();
            }

            targets.values().forEach(target -> target.fault(new Fault.None()));
            hub.city().fault(Neighbour.ENAIO, new Fault.None());
            expired.renew();
            Files.writeString(hosts, "127.0.0.1 localhost " + HOST + "\n");

            for (String waiting : waiting()) {
                await(waiting).atMost(PATIENCE).untilAsserted(() -> assertThat(
                                steps(hub, journey, "DELIVERED", waiting))
                        .as(hub.journey(journey).path("steps").toPrettyString())
                        .hasSize(1));
            }
            targets.put("ziel-namenlos", nameless);
            targets.forEach(
                    (id, target) -> assertThat(target.keys()).as(id).hasSize(id.equals("ziel-lehnt-ab") ? 0 : 1));
            assertThat(expired.keys()).hasSize(1);
        } finally {
            targets.values().forEach(Target::close);
            nameless.close();
        }
    }

    private static List<String> waiting() {
        List<String> waiting = new ArrayList<>(FAULTS.keySet());
        waiting.removeAll(List.of("ziel-gut", "ziel-lehnt-ab"));
        waiting.addAll(List.of("ziel-namenlos", "ziel-abgelaufen", "eakte-enaio"));
        return waiting;
    }

    private static String words(String target) {
        return switch (target) {
            case "eakte-enaio" -> "nicht lesbar";
            case "ziel-namenlos" -> "DNS";
            case "ziel-abgelaufen" -> "abgelaufen";
            default -> Objects.requireNonNull(FAULTS.get(target)).words();
        };
    }

    private static String send(HubProcess hub) throws Exception {
        byte[] form = Files.readAllBytes(Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json"));
        var answer = hub.send(SERVICE, "an-alle", form, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Json.read(answer.body()).path("journeyId").asText();
    }

    private static List<String> steps(HubProcess hub, String journey, String type, String system) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode step : hub.journey(journey).path("steps")) {
            if (step.path("type").asText().equals(type)
                    && step.path("system").asText().equals(system)) {
                sentences.add(step.path("sentence").asText());
            }
        }
        return sentences;
    }

    private TestHome home(Target nameless, TlsTarget expired) {
        Map<String, URI> urls = new LinkedHashMap<>();
        targets.forEach((id, target) -> urls.put(id, target.uri()));
        urls.put(
                "ziel-namenlos",
                URI.create("http://" + HOST + ":" + nameless.uri().getPort() + "/ziel"));
        urls.put("ziel-abgelaufen", expired.uri());
        String all = String.join(",", urls.keySet()) + ",eakte-enaio";
        String procedures = urls.entrySet().stream()
                .map(e -> PROCEDURE.formatted(e.getKey(), e.getKey(), e.getValue()))
                .collect(Collectors.joining());
        return TestHome.copy(folder.resolve("home"))
                .file("config/procedures/zz-stoerungen.yaml", "unit: Störungen\nprocedures:\n" + procedures)
                .file("routes/stoerung/route.yaml", ROUTE.formatted(SERVICE, all))
                .file("routes/stoerung/stoerung.camel.yaml", CAMEL.formatted(SERVICE, all));
    }

    private static final String PROCEDURE =
            """
              - id: %s
                name: %s
                messageStandard: CSV
                transport: REST
                direction: out
                protection: normal
                restartPriority: 4
                operator: Stadt
                connection:
                  connector: http
                  properties: { url: "%s", connectTimeout: "1000", responseTimeout: "1000" }
                delivery:
                  concurrency: 1
                  order: journey
                  retry: { initial: 1s, multiplier: 1, max: 1s, attempts: 0 }
            """;

    private static final String ROUTE =
            """
            service: "%s"
            title: Störungen
            owner: Störungen
            purpose: Zeigen, was bei Störungen geschieht
            legalBasis: keine
            dataCategories: [Name]
            recipients: [%s]
            retention: P1Y
            protection: normal
            startMode: auto
            forms:
              - { schemaUri: "urn:stadtbus:form:stoerung:1.0", schema: form-gewerbeanmeldung }
            states:
              eingegangen: Ihr Antrag ist eingegangen.
              weitergeleitet: Ihr Antrag ist weitergeleitet.
              klaerfall: Eine Person sieht ihn an.
            """;

    private static final String CAMEL =
            """
            - route:
                id: stoerung
                from:
                  uri: hub:from
                  parameters:
                    service: "%s"
                  steps:
                    - to: hub:map?mapping=gewerbeanmeldung-to-csv
                    - to: hub:to?procedure=%s
                    - to: hub:reply?state=weitergeleitet
            """;
}
