package org.stadtbus.sandbox.fitconnect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.sandbox.Json;

/** Tells the subscriber that something new is there; whoever misses it polls anyway. */
final class Callback {
    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);
    private static final String TYPE = "https://schema.fitko.de/fit-connect/submission-api/callbacks/new-submissions";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String secret;

    Callback(String secret) {
        this.secret = secret;
    }

    void announce(URI target, Submission submission) {
        String body = Json.text(Map.of(
                "type",
                TYPE,
                "submissions",
                List.of(Map.of("submissionId", submission.id(), "caseId", submission.caseId()))));
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("callback-timestamp", timestamp)
                .header("callback-authentication", hmac(timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.debug("The subscriber was not there to be called back; it will poll");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA512", e);
        }
    }
}
