package org.stadtbus.sandbox.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.sandbox.Json;

/** The sandbox's eAkte by itself, over HTTP. */
@SuppressWarnings("NullAway.Init")
class EnaioDmsTest {
    private static final String CASE =
            """
            {"objects":[{"properties":{"system:objectTypeId":{"value":"Vorgang"},"StadtbusVorgang":{"value":"v1"}}}]}""";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private EnaioDms enaio;

    @BeforeEach
    void open() {
        enaio = new EnaioDms(0, folder, "user", "secret");
    }

    @AfterEach
    void shut() {
        enaio.close();
    }

    @Test
    void whatIsSentTwiceIsStoredTwice() throws Exception {
        post("", "application/json", CASE);
        post("", "application/json", CASE);

        assertThat(enaio.cases()).extracting(DmsObject::id).containsExactly("1", "2");
    }

    @Test
    void documentLiesInItsCaseAndSurvivesARestart() throws Exception {
        post("", "application/json", CASE);
        assertThat(post("", "multipart/form-data; boundary=xyz", document("1")).statusCode())
                .isEqualTo(200);
        enaio.close();
        enaio = new EnaioDms(0, folder, "user", "secret");

        DmsObject document = enaio.documents().get(0);
        assertThat(document.caseId()).isEqualTo("1");
        assertThat(document.fileName()).isEqualTo("Größe.txt");
        assertThat(send("GET", "/2/contents/file/1", "application/json", "").body())
                .isEqualTo("Zeile 1\r\n--xy\r\nZeile 2");
        post("", "application/json", CASE);
        assertThat(enaio.cases()).extracting(DmsObject::id).containsExactly("1", "3");
    }

    @Test
    void documentWithoutItsCaseIsRefused() throws Exception {
        HttpResponse<String> answer = post("", "multipart/form-data; boundary=xyz", document("17"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.read(answer.body()).path("HttpStatusCode").asInt()).isEqualTo(422);
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void cutOffUploadLeavesNothing() throws Exception {
        post("", "application/json", CASE);
        String whole = document("1");

        HttpResponse<String> answer =
                post("", "multipart/form-data; boundary=xyz", whole.substring(0, whole.length() - 12));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(enaio.documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM Vorgang WHERE StadtbusVorgang=@v",
                "SELECT system:objectId FROM Vorgang",
                "SELECT system:objectId FROM Unbekannt WHERE StadtbusVorgang=@v",
                "SELECT system:objectId FROM Vorgang WHERE Unbekannt=@v",
                "SELECT system:objectId FROM Vorgang WHERE StadtbusVorgang=@fehlt",
                "SELECT system:objectId FROM Vorgang WHERE StadtbusVorgang='v1'",
                "SELECT system:objectId FROM Vorgang WHERE StadtbusVorgang=@v OR Leistung=@v"
            })
    void statementOutsideTheSubsetIsRefused(String statement) throws Exception {
        assertThat(search(statement).statusCode()).isEqualTo(400);
    }

    @Test
    void searchFindsWhatMeetsAllConditions() throws Exception {
        post("", "application/json", CASE);
        post("", "application/json", CASE.replace("v1", "v2"));

        HttpResponse<String> answer =
                search("select system:objectId from Vorgang where StadtbusVorgang=@v and system:objectTypeId=@t");

        assertThat(Json.read(answer.body()).path("objects"))
                .isEqualTo(Json.read("[{\"properties\":{\"system:objectId\":{\"value\":\"1\"}}}]"));
    }

    @Test
    void unknownAccountIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/1")).build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private static String document(String caseId) {
        String metadata = "{\"objects\":[{\"properties\":{\"system:objectTypeId\":{\"value\":\"Schriftstueck\"},"
                + "\"system:parentId\":{\"value\":\"" + caseId + "\"}},"
                + "\"contentStreams\":[{\"cid\":\"c\",\"fileName\":\"Größe.txt\",\"mimeType\":\"text/plain\"}]}]}";
        return "--xyz\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n" + metadata
                + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"c\"; filename=\"c\"\r\n\r\n"
                + "Zeile 1\r\n--xy\r\nZeile 2\r\n--xyz--\r\n";
    }

    private HttpResponse<String> search(String statement) throws IOException, InterruptedException {
        return post(
                "/search",
                "application/json",
                "{\"query\":{\"statement\":\"" + statement + "\",\"parameters\":{\"v\":\"v1\",\"t\":\"Vorgang\"}}}");
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send("POST", path, type, body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        String account = Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", "Basic " + account)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create(enaio.server().uri() + "/api/dms/objects" + path);
    }
}
