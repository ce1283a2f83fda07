package org.stadtbus.sandbox.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.sandbox.Json;

/**
 * A submission as the zustellpunkt keeps it.
 *
 * @param state announced, submitted, accepted or rejected
 * @param announced ids of the announced attachments
 * @param events the case's signed events, oldest first
 */
record Submission(
        String id,
        String caseId,
        String destinationId,
        String serviceIdentifier,
        String state,
        List<String> announced,
        String encryptedMetadata,
        String encryptedData,
        List<String> events) {

    Submission {
        announced = List.copyOf(announced);
        events = List.copyOf(events);
    }

    Submission submitted(String metadata, String data) {
        return new Submission(
                id, caseId, destinationId, serviceIdentifier, "submitted", announced, metadata, data, events);
    }

    Submission answered(String newState, String event) {
        List<String> more = new ArrayList<>(events);
        more.add(event);
        return new Submission(
                id,
                caseId,
                destinationId,
                serviceIdentifier,
                newState,
                announced,
                encryptedMetadata,
                encryptedData,
                more);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("submissionId", id)
                .put("caseId", caseId)
                .put("destinationId", destinationId)
                .put("state", state)
                .put("encryptedMetadata", encryptedMetadata)
                .put("encryptedData", encryptedData);
        json.putObject("publicService").put("name", "Leistung").put("identifier", serviceIdentifier);
        announced.forEach(json.putArray("attachments")::add);
        events.forEach(json.putArray("events")::add);
        return json;
    }

    static Submission read(JsonNode json) {
        return new Submission(
                json.path("submissionId").asText(),
                json.path("caseId").asText(),
                json.path("destinationId").asText(),
                json.path("publicService").path("identifier").asText(),
                json.path("state").asText(),
                texts(json.path("attachments")),
                json.path("encryptedMetadata").asText(),
                json.path("encryptedData").asText(),
                texts(json.path("events")));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
