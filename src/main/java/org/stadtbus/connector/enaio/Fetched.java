package org.stadtbus.connector.enaio;

import java.util.Map;

/**
 * What enaio says of a document.
 *
 * @param fields its fields by internal name
 * @param fileName name of its file; empty when it has none
 * @param contentType media type of its file
 */
record Fetched(Map<String, String> fields, String fileName, String contentType) {

    boolean hasFile() {
        return !fileName.isEmpty();
    }
}
