package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stadtbus.sandbox.CityKeys;
import org.stadtbus.sandbox.Json;
import org.stadtbus.testkit.AccessToken;
import org.stadtbus.testkit.RunningHub;

/** The description at {@code /v3/api-docs} says of every endpoint of the API what it answers, and of none that is not there. */
@TestInstance(Lifecycle.PER_CLASS)
class ApiDescriptionIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private RunningHub hub;
    private String token = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.start(folder, Map.of());
        CityKeys keys = new CityKeys(folder.resolve("stadt/schluessel"));
        token = AccessToken.of(keys.tokenKey(), hub).sign();
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @Test
    void everyEndpointIsDescribedAndNoOther() throws Exception {
        assertThat(described().keySet()).isEqualTo(served());
    }

    @Test
    void everyDescriptionSaysWhatItIsForAndWhatItAnswers() throws Exception {
        described().forEach((endpoint, operation) -> {
            assertThat(operation.path("summary").asText()).as(endpoint).isNotBlank();
            Set<String> answers = new TreeSet<>();
            operation.path("responses").fieldNames().forEachRemaining(answers::add);
            assertThat(answers).as(endpoint).anyMatch(status -> status.startsWith("2"));
            assertThat(answers).as(endpoint).anyMatch(status -> status.startsWith("4"));
            if (!endpoint.endsWith("/status")) {
                assertThat(answers).as(endpoint).contains("401", "403", "503");
                assertThat(operation.path("security").findValue("token"))
                        .as(endpoint)
                        .isNotNull();
            }
        });
    }

    @Test
    void descriptionIsForCallersWithATokenOnly() throws Exception {
        assertThat(get("/v3/api-docs", "").statusCode()).isEqualTo(401);
    }

    private Map<String, JsonNode> described() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/v3/api-docs", token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, JsonNode> described = new TreeMap<>();
        Json.read(answer.body()).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> described.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        return described;
    }

    private Set<String> served() {
        return hub
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .flatMap(path -> methods(info).stream().map(method -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
    }

    private HttpResponse<String> get(String path, String bearer) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.uri() + path));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
