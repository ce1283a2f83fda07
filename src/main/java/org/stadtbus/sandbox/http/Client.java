package org.stadtbus.sandbox.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.stadtbus.sandbox.Json;

/** A caller with OAuth2 client credentials, as neighbours use it towards the hub and senders towards FIT-Connect. */
public final class Client {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI tokenUrl;
    private final String id;
    private final String secret;
    private String token = "";
    private Instant expiry = Instant.EPOCH;

    /**
     * @param tokenUrl token endpoint
     * @param id client id
     * @param secret client secret
     */
    public Client(URI tokenUrl, String id, String secret) {
        this.tokenUrl = tokenUrl;
        this.id = id;
        this.secret = secret;
    }

    /**
     * Calls with a bearer token.
     *
     * @param headers name, value, name, value …
     * @throws IOException when no whole answer came
     */
    public HttpResponse<String> call(String method, URI uri, BodyPublisher body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token())
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private synchronized String token() throws IOException {
        if (Instant.now().isAfter(expiry.minus(MARGIN))) {
            String form =
                    "grant_type=client_credentials&client_id=" + encoded(id) + "&client_secret=" + encoded(secret);
            HttpResponse<String> answer = send(HttpRequest.newBuilder(tokenUrl)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());
            if (answer.statusCode() != 200) {
                throw new IOException("No token for " + id + ": HTTP " + answer.statusCode());
            }
            var json = Json.read(answer.body());
            token = json.path("access_token").asText();
            expiry = Instant.now().plusSeconds(json.path("expires_in").asLong());
        }
        return token;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
