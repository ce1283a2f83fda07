package org.stadtbus.connector.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The row up to which a table was read.
 *
 * @param watermark its watermark as the database writes it
 * @param key what tells it from rows of the same watermark
 */
record Place(String watermark, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        return JSON.createArrayNode().add(watermark).add(key).toString();
    }

    /** What {@link #text} wrote. */
    static Place of(String text) {
        try {
            String[] parts = JSON.readValue(text, String[].class);
            return new Place(parts[0], parts[1]);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The bookmark is none of this connector's", e);
        }
    }
}
