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
     * What stands for each message, in the order of the list; empty where no text does.
     *
     * @throws HubException permanent when it is no such list
     */
    List<String> entries(byte[] json) {
        JsonNode array = parsed(json).at(list);
        if (!array.isArray()) {
            throw unexpected();
        }
        List<String> entries = new ArrayList<>();
        array.forEach(entry -> entries.add(text(entry.at(link))));
        return entries;
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw HttpInboxFailures.unreadableList(e);
        }
    }

    private static String text(JsonNode written) {
        return written.isTextual() ? written.asText().strip() : "";
    }

    /**
     * Where the message lies.
     *
     * @param base what a relative address begins at
     * @throws HubException permanent when the entry is no address or leads to another server
     */
    URI address(URI base, String entry) {
        if (entry.isEmpty()) {
            throw unexpected();
        }
        URI address = resolved(base, entry);
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
