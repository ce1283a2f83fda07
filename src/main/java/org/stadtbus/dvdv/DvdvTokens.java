package org.stadtbus.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stadtbus.envelope.HubException;

/** Tokens of the standalone authentication (DVDV2 öffentliche API, createToken), kept until shortly before they end. */
final class DvdvTokens {
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int OK = 200;

    private final DvdvHttp http;
    private final DvdvIdentity identity;
    private final URI endpoint;
    private final Clock clock;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    DvdvTokens(DvdvHttp http, DvdvIdentity identity, DvdvProperties settings, Clock clock) {
        this.http = http;
        this.identity = identity;
        this.endpoint = URI.create(settings.url() + "/extern/standaloneauth/token");
        this.clock = clock;
    }

    /**
     * A token that is valid now.
     *
     * @throws HubException permanent ({@code dvdv-access}) when the DVDV does not know the certificate; transient when it is away
     */
    synchronized String current() {
        Instant now = Instant.now(clock);
        if (!now.isBefore(renewAt)) {
            renew(now);
        }
        return token;
    }

    /** The DVDV did not take this token: the next caller gets a new one. */
    synchronized void forget(String refused) {
        if (token.equals(refused)) {
            renewAt = Instant.MIN;
        }
    }

    private void renew(Instant now) {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_assertion_type="
                        + URLEncoder.encode(JWT_BEARER, StandardCharsets.UTF_8) + "&client_assertion="
                        + identity.assertion(endpoint, now)))
                .build());
        if (answer.statusCode() != OK) {
            throw DvdvFailures.status(answer.statusCode());
        }
        JsonNode body = http.read(answer);
        String fresh = body.path("access_token").asText();
        if (fresh.isEmpty()) {
            throw DvdvFailures.unreadable(new IllegalStateException("The answer holds no access_token"));
        }
        token = fresh;
        renewAt = now.plusSeconds(body.path("expires_in").asLong()).minus(MARGIN);
    }
}
