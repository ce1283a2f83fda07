package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stadtbus.connector.LimitedBody;

/** Access tokens by client credentials (RFC 6749 section 4.4), kept until shortly before they end. */
final class AccessTokens {
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int LIMIT = 64 * 1024;
    private static final int OK = 200;

    private final Http http;
    private final FitConnectProperties settings;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private String token = "";
    private Instant renewAt = Instant.MIN;

    AccessTokens(Http http, FitConnectProperties settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token that is valid now.
     *
     * @throws IOException when the token endpoint gives none
     */
    synchronized String current() throws IOException {
        if (!Instant.now(clock).isBefore(renewAt)) {
            renew();
        }
        return token;
    }

    /** The API did not take this token: the next caller gets a new one. */
    synchronized void forget(String refused) {
        if (token.equals(refused)) {
            renewAt = Instant.MIN;
        }
    }

    private void renew() throws IOException {
        HttpResponse<byte[]> answer = http.send(request(), LimitedBody.bytes(LIMIT), settings.requestTimeout());
        if (answer.statusCode() != OK) {
            throw new IOException("The token endpoint answered HTTP " + answer.statusCode());
        }
        JsonNode body = json.readTree(answer.body());
        String fresh = body.path("access_token").asText();
        if (fresh.isEmpty()) {
            throw new IOException("The token endpoint's answer holds no access_token");
        }
        Duration lifetime = Duration.ofSeconds(body.path("expires_in").asLong());
        Duration use = lifetime.minus(MARGIN);
        token = fresh;
        renewAt = Instant.now(clock).plus(use.compareTo(SHORTEST) < 0 ? SHORTEST : use);
    }

    private HttpRequest request() {
        String form = "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret="
                + encoded(settings.clientSecret());
        return HttpRequest.newBuilder(settings.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
