package org.stadtbus.sandbox.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Client;

/** A FIT-Connect sender as an online service of the Serviceportal is one: it knows the API and nothing of the hub. */
public final class FitConnectSender {
    private final Client client;
    private final URI api;
    private final String destinationId;
    private final Path temporary;

    /**
     * @param client with the sender's credentials
     * @param api base address of the submission API
     * @param destinationId zustellpunkt to send to
     * @param temporary folder for files on their way
     */
    public FitConnectSender(Client client, URI api, String destinationId, Path temporary) {
        this.client = client;
        this.api = api;
        this.destinationId = destinationId;
        this.temporary = temporary;
    }

    /** What was announced; the ids by which the sender asks later. */
    public record Announced(String submissionId, String caseId) {}

    /** Announces and submits. */
    public Announced send(Draft draft) throws IOException {
        Announced announced = announce(draft);
        submit(announced, draft);
        return announced;
    }

    /** First step: gets ids; nothing is submitted yet. */
    public Announced announce(Draft draft) throws IOException {
        var body = Json.object().put("destinationId", destinationId);
        body.putObject("publicService")
                .put("name", "Leistung")
                .put("identifier", "urn:de:fim:leika:leistung:" + draft.service());
        draft.files().forEach(file -> body.withArray("announcedAttachments").add(file.id()));
        JsonNode answer = call("POST", "/v2/submissions", "application/json", BodyPublishers.ofString(body.toString()));
        return new Announced(
                answer.path("submissionId").asText(), answer.path("caseId").asText());
    }

    /** Second step: uploads all files, then the data; may be repeated. */
    public void submit(Announced announced, Draft draft) throws IOException {
        Files.createDirectories(temporary);
        Sealer sealer = new Sealer(recipient(), temporary);
        String path = "/v2/submissions/" + announced.submissionId();
        for (Draft.File file : draft.files()) {
            Path sealed = sealer.file(file, draft);
            call("PUT", path + "/attachments/" + file.id(), "application/jose", BodyPublishers.ofFile(sealed));
            Files.delete(sealed);
        }
        var body =
                Json.object().put("encryptedData", sealer.data(draft)).put("encryptedMetadata", sealer.metadata(draft));
        call("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    private RSAKey recipient() throws IOException {
        String destination = "/v2/destinations/" + destinationId;
        String kid = get(destination).path("encryptionKid").asText();
        try {
            return JWK.parse(get(destination + "/keys/" + kid).toString()).toRSAKey();
        } catch (ParseException e) {
            throw new IOException("The zustellpunkt gave no usable key", e);
        }
    }

    /** The case's signed events. */
    public JsonNode events(String caseId) throws IOException {
        return get("/v2/cases/" + caseId + "/events").path("eventLog");
    }

    private JsonNode get(String path) throws IOException {
        return call("GET", path, "application/json", BodyPublishers.noBody());
    }

    private JsonNode call(String method, String path, String type, BodyPublisher body) throws IOException {
        HttpResponse<String> answer = client.call(method, api.resolve(path), body, "Content-Type", type);
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": HTTP " + answer.statusCode());
        }
        return answer.body().isEmpty() ? Json.read(Json.text(Map.of())) : Json.read(answer.body());
    }
}
