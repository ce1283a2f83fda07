package org.stadtbus.sandbox.dvdv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.stadtbus.sandbox.Json;

/**
 * A service in the sandbox's DVDV.
 *
 * @param key key of the authority that offers it
 * @param uri URI of its description
 * @param addresses type of the service element → its address
 * @param validUntil end of the entry; {@link Instant#MAX} for none
 */
public record OfficeService(String key, String uri, Map<String, String> addresses, Instant validUntil) {

    /** Keeps a copy of the addresses. */
    public OfficeService {
        addresses = Map.copyOf(addresses);
    }

    /** As the schema Service wants it. */
    ObjectNode description(long id) {
        ObjectNode service = Json.object().put("id", id).putNull("validFrom");
        service.set("validTo", Times.node(validUntil));
        service.put("nameDe", "Dienst der Sandbox")
                .put("serviceDescriptionName", "Dienst der Sandbox")
                .put("serviceSpecificationType", "WSDL_OSCI")
                .put("serviceSpecificationUri", uri)
                .put("serviceSpecificationDocument", "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"/>");
        ArrayNode elements = service.putArray("serviceElements");
        addresses.forEach((type, address) -> elements.addObject()
                .put("serviceElementName", type)
                .put("serviceElementType", type)
                .put("serviceElementUri", address)
                .put("required", true)
                .put("serviceElementId", id)
                .put("providerId", id));
        return service;
    }
}
