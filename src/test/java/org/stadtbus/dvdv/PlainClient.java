package org.stadtbus.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Asks a DVDV by hand and shows what it answers, whatever its status. */
final class PlainClient {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI dvdv;
    private final DvdvIdentity identity;

    PlainClient(URI dvdv, DvdvIdentity identity) {
        this.dvdv = dvdv;
        this.identity = identity;
    }

    JsonNode token() throws IOException, InterruptedException {
        URI endpoint = URI.create(dvdv + "/extern/standaloneauth/token");
        String form = "grant_type=client_credentials&client_assertion_type=" + encoded(JWT_BEARER)
                + "&client_assertion=" + identity.assertion(endpoint, Instant.now());
        return read(HttpRequest.newBuilder(endpoint).POST(BodyPublishers.ofString(form)));
    }

    JsonNode ask(String function, String question) throws IOException, InterruptedException {
        String token = token().path("access_token").asText();
        String path = "/extern/standaloneauth/directory/v2/" + function + "?request_json=" + encoded(question);
        return read(HttpRequest.newBuilder(URI.create(dvdv + path)).header("Authorization", "EmbeddedBearer " + token));
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
        return json.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
