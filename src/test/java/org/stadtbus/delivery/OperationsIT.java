package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.CityKeys;
import org.stadtbus.testkit.AccessToken;
import org.stadtbus.testkit.RunningHub;

/** The operations API of a running hub: who may order what, and what is to be seen. */
class OperationsIT {
    @TempDir
    static Path folder;

    private static RunningHub hub;
    private static RSAKey key;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        hub = RunningHub.start(folder, Map.of(), "sandbox");
        key = new CityKeys(folder.resolve("stadt/schluessel")).tokenKey();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void whoHasTheScopePausesAndResumesAndEverybodySeesWhoDid() throws Exception {
        String token = token("operations");
        assertThat(post("bauantraege/pause", token).body()).contains("\"activity\":\"paused\"", "leitstand");
        assertThat(get("", token).body()).contains("\"procedure\":\"bauantraege\"", "angehalten");
        assertThat(get("/bauantraege", token).body()).contains("\"orderedBy\":\"leitstand\"", "\"waiting\":0");
        assertThat(post("bauantraege/drain", token).statusCode()).isEqualTo(200);
        assertThat(post("bauantraege/resume", token).body()).contains("\"activity\":\"running\"");
        assertThat(hub.log()).anyMatch(line -> line.contains("leitstand ordered to pause"));
    }

    @Test
    void othersMayNot() throws Exception {
        assertThat(post("bauantraege/pause", token("journeys:read")).statusCode())
                .isEqualTo(403);
        assertThat(get("", token("intake:submit")).statusCode()).isEqualTo(403);
    }

    @Test
    void unknownProcedureIsNotFound() throws Exception {
        HttpResponse<String> answer = post("gibt-es-nicht/pause", token("operations"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("unknown-procedure");
    }

    private static String token(String scope) {
        return AccessToken.of(key, hub).subject("leitstand").scope(scope).sign();
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        return client.send(
                request("/" + path, token).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(hub.uri().resolve("/api/v1/operations/procedures" + path))
                .header("Authorization", "Bearer " + token);
    }
}
