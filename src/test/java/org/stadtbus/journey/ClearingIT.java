package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.CityKeys;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.Neighbour;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.AccessToken;
import org.stadtbus.testkit.RunningHub;

/** A target refuses a message: a clerk finds it, repairs it and sends it on its way, over the API of a running hub. */
@TestInstance(Lifecycle.PER_CLASS)
class ClearingIT {
    private static final String FIRE = "brandschutz-vorbeugend";
    private static final String UNIT = "fachdienst-433-bauordnung-und-denkmalschutz";
    private static final String CASES = "/api/v1/clearing";

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder = Path.of("");
    private RunningHub hub;
    private Outcomes outcomes;
    private CityKeys keys;

    @BeforeAll
    void start(@TempDir Path given) {
        folder = given;
        hub = RunningHub.start(folder, Map.of(), "sandbox");
        outcomes = new Outcomes(hub);
        keys = new CityKeys(folder.resolve("stadt/schluessel"));
    }

    @AfterAll
    void end() {
        try (RunningHub closed = hub) {
            outcomes.logIsDiscreet();
        }
    }

    @Test
    void refusedMessageIsRepairedReplayedArrivesOnceAndItsJourneyGoesOnToItsEnd() throws Exception {
        String clerk = token(City.CLERK, "clearing.read clearing.write").sign();
        JsonNode found = refusedByTheFireBrigade(clerk);
        String id = found.path("caseId").asText();
        String journey = found.path("journeyId").asText();
        String message = found.path("messageId").asText();
        assertThat(found.path("unit").asText()).isEqualTo(UNIT);
        assertThat(found.path("code").asText()).isEqualTo("http-422");
        assertThat(found.path("sentence").asText()).contains("HTTP 422");
        outcomes.state(journey, JourneyState.CLEARING);

        String repaired = payload(id, clerk) + "\n<!-- geprüft -->\n";
        Reply edited = post(
                id + "/repair", clerk, Map.of("version", 0, "reason", "Angabe ergänzt", "payload", base64(repaired)));
        assertThat(edited.status()).as(edited.body().toString()).isEqualTo(200);
        post(id + "/replay", clerk, Map.of("version", 0, "reason", "zu spät")).isProblem(409, "case-changed");
        hub.city().fault(Neighbour.FIRE_BRIGADE, new Fault.None());
        until(() -> assertThat(post(
                                id + "/replay",
                                clerk,
                                Map.of("version", edited.body().path("version").asLong(), "reason", "weiter"))
                        .status())
                .isEqualTo(200));

        until(() -> assertThat(hub.city().fireBrigade().answered()).contains(message));
        assertThat(hub.city().fireBrigade().received())
                .filteredOn(message::equals)
                .hasSize(1);
        assertThat(Files.readString(folder.resolve("stadt/feuerwehr/erledigt").resolve(message)))
                .isEqualTo(repaired);
        outcomes.state(journey, JourneyState.DECIDED);
        until(() -> assertThat(outcomes.events(journey, EventType.ANSWERED))
                .extracting(Step::system)
                .contains(FIRE));
        assertThat(outcomes.events(journey, EventType.DELIVERED))
                .filteredOn(step -> step.system().equals(FIRE))
                .hasSize(1);
        JsonNode history = get(CASES + "/" + id, clerk).body();
        assertThat(history.path("history").findValuesAsText("action"))
                .containsExactly("geoeffnet", "eingesehen", "repariert", "wiederholt");
        assertThat(history.path("clearingCase").path("state").asText()).isEqualTo("wiederholt");
        assertThat(outcomes.events(journey, EventType.VIEWED)).hasSize(1);
    }

    private JsonNode refusedByTheFireBrigade(String clerk) throws IOException {
        hub.city().fault(Neighbour.FIRE_BRIGADE, new Fault.Error(422));
        String journey = new OnlineForms(hub)
                .send(OnlineForms.sample("einfamilienhaus"), OnlineForms.key())
                .isAccepted()
                .journeyId();
        until(() -> assertThat(get(CASES + "?procedure=" + FIRE + "&state=offen&journey=" + journey, clerk)
                        .body()
                        .path("cases"))
                .hasSize(1));
        return get(CASES + "?journey=" + journey, clerk).body().path("cases").path(0);
    }

    private String payload(String id, String clerk) throws IOException, InterruptedException {
        var answer =
                http.send(request(CASES + "/" + id + "/payload", clerk).GET().build(), BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void nobodyReadsOrDecidesWithoutTheScopeForIt() throws Exception {
        Map<String, Object> wish = Map.of("version", 0, "reason", "nein");
        get(CASES, "").isProblem(401, "no-token");
        get(CASES, token("a", "intake:submit").sign()).isProblem(403, "forbidden");
        String reader = token("a", "clearing.read").sign();
        assertThat(get(CASES, reader).status()).isEqualTo(200);
        get(CASES + "/1/payload", reader).isProblem(403, "forbidden");
        for (String action :
                List.of("1/replay", "1/repair", "1/redirect", "1/reject", "1/close", "1/release", "replays")) {
            post(action, reader, wish).isProblem(403, "forbidden");
        }
        post("1/release", token("a", "clearing.write").sign(), wish).isProblem(403, "forbidden");
        post("1/replay", token("a", "clearing.release").sign(), wish).isProblem(403, "forbidden");
        post("1/replay", token("a", "clearing.write").sign(), wish).isProblem(404, "unknown-case");
    }

    @Test
    void clerkOfAUnitSeesTheCasesOfHisUnitAlone() throws Exception {
        String all = token("a", "clearing.read").sign();
        String id = refusedByTheFireBrigade(all).path("caseId").asText();
        String own = token("b", "clearing.read").units(UNIT).sign();
        String stranger =
                token("c", "clearing.read clearing.write").units("22-rechtsamt").sign();

        assertThat(get(CASES + "/" + id, own).status()).isEqualTo(200);
        get(CASES + "/" + id, stranger).isProblem(404, "unknown-case");
        get(CASES + "/" + id + "/payload", stranger).isProblem(404, "unknown-case");
        post(id + "/close", stranger, Map.of("version", 0, "reason", "nein")).isProblem(404, "unknown-case");
        assertThat(get(CASES, stranger).body().path("cases")).isEmpty();
        assertThat(get(CASES + "?unit=" + UNIT, stranger).body().path("cases")).isEmpty();
        hub.city().fault(Neighbour.FIRE_BRIGADE, new Fault.None());
    }

    @Test
    void wrongWishIsRefusedInASentence() throws Exception {
        String clerk = token("a", "clearing.read clearing.write").sign();
        post("1/replay", clerk, Map.of("version", 0)).isProblem(400, "bad-request");
        get(CASES + "?state=erledigt", clerk).isProblem(422, "unknown-state");
    }

    private AccessToken token(String subject, String scope) {
        return AccessToken.of(keys.tokenKey(), hub).subject(subject).scope(scope);
    }

    private Reply get(String path, String token) throws IOException {
        return send(request(path, token).GET());
    }

    private Reply post(String action, String token, Map<String, Object> body) throws IOException {
        return send(request(CASES + "/" + action, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.text(body))));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.uri() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            return Reply.of(http.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
