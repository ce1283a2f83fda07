package org.stadtbus.sandbox.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ends of validity as the DVDV writes them: milliseconds and Z, null for none. */
final class Times {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    static JsonNode node(Instant end) {
        return end.equals(Instant.MAX) ? NullNode.getInstance() : TextNode.valueOf(FORMAT.format(end));
    }
}
