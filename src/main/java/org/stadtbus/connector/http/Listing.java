package org.stadtbus.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.envelope.HubException;

/**
 * How a procedure's list of messages reads.
 *
 * @param list JSON Pointer (RFC 6901) to the array; empty: the whole document is one
 * @param link JSON Pointer from an entry to the message's address; empty: the entry is the address
 */
record Listing(JsonPointer list, JsonPointer link) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The messages' addresses in the order of the list.
     *
     * @param base what a relative address begins at
     * @throws HubException permanent when it is no such list or leads to another server
     */
    List<URI> addresses(URI base, byte[] json) {
        JsonNode array = parsed(json).at(list);
        if (!array.isArray()) {
            throw unexpected();
        }
        List<URI> addresses = new ArrayList<>();
        array.forEach(entry -> addresses.add(address(base, entry.at(link))));
        return addresses;
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw HttpInboxFailures.unreadableList(e);
        }
    }

    private URI address(URI base, JsonNode written) {
        if (!written.isTextual() || written.asText().isBlank()) {
            throw unexpected();
        }
        URI address = resolved(base, written.asText());
        // credentials go nowhere else
        if (!address.getScheme().equals(base.getScheme())
                || !base.getAuthority().equals(address.getAuthority())) {
            throw HttpInboxFailures.elsewhere();
        }
        return address;
    }

    private URI resolved(URI base, String address) {
        try {
            return base.resolve(address);
        } catch (IllegalArgumentException e) {
            throw unexpected();
        }
    }

    private HubException unexpected() {
        return HttpInboxFailures.noAddress(list.toString(), link.toString());
    }
}
