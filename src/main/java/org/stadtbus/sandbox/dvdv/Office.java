package org.stadtbus.sandbox.dvdv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.stadtbus.sandbox.Json;

/**
 * An authority in the sandbox's DVDV.
 *
 * @param category its category
 * @param key its key, prefix, colon, digits
 * @param name its German name
 * @param certificates fingerprints of its client certificates
 * @param validUntil end of the entry; {@link Instant#MAX} for none
 */
public record Office(String category, String key, String name, List<String> certificates, Instant validUntil) {

    /** Keeps a copy of the certificates. */
    public Office {
        certificates = List.copyOf(certificates);
    }

    /** As the schema OrganizationDescription wants it. */
    ObjectNode description(long id) {
        ObjectNode organisation = Json.object().put("id", id).putNull("validFrom");
        organisation.set("validTo", Times.node(validUntil));
        organisation.put("nameDe", name).put("category", category);
        organisation.putArray("organizationKeys").add(key);
        var keys = organisation.putArray("clientCertificates");
        certificates.forEach(fingerprint -> keys.addObject().put("fingerprint", fingerprint));
        organisation.putArray("services");
        ObjectNode description = Json.object();
        description.set("organization", organisation);
        description.putArray("representatives");
        return description;
    }
}
