package org.stadtbus.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Client;

/** Asks the hub how journeys stand, as an operator's program does. */
final class HubApi {
    private final Client client;
    private final URI hub;

    HubApi(Client client, URI hub) {
        this.client = client;
        this.hub = hub;
    }

    /** A journey as the API shows it. */
    record Found(String journeyId, JourneyState state, String text) {}

    /** The journey with this reference; empty as long as the hub shows none. */
    Optional<Found> find(String reference) throws IOException {
        String query = "/api/v1/journeys?text=" + URLEncoder.encode(reference, StandardCharsets.UTF_8);
        HttpResponse<String> answer = client.call("GET", hub.resolve(query), BodyPublishers.noBody());
        if (answer.statusCode() != 200) {
            throw new IOException("The hub answered HTTP " + answer.statusCode());
        }
        JsonNode journeys = Json.read(answer.body()).path("journeys");
        return journeys.isEmpty() ? Optional.empty() : Optional.of(found(journeys.get(0)));
    }

    private static Found found(JsonNode journey) {
        return new Found(
                journey.path("journeyId").asText(),
                JourneyState.of(journey.path("state").asText()),
                journey.path("text").asText());
    }
}
