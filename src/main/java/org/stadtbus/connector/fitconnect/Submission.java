package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A submission as the zustelldienst hands it out, still sealed.
 *
 * @param serviceIdentifier the service the sender announced in the open, {@code urn:de:fim:leika:leistung:<key>}; empty when none
 * @param attachments ids of the uploaded attachments
 */
record Submission(
        Waiting ids,
        String serviceIdentifier,
        String encryptedMetadata,
        String encryptedData,
        Set<String> attachments) {

    static Submission read(Waiting ids, JsonNode json) {
        Set<String> attachments = new TreeSet<>();
        json.path("attachments").forEach(id -> attachments.add(id.asText()));
        return new Submission(
                ids,
                json.path("publicService").path("identifier").asText(),
                json.path("encryptedMetadata").asText(),
                json.path("encryptedData").asText(),
                attachments);
    }
}
