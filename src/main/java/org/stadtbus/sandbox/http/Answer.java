package org.stadtbus.sandbox.http;

import java.nio.charset.StandardCharsets;

/**
 * What a neighbour answers.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param body may be empty
 */
public record Answer(int status, String contentType, byte[] body) {

    /** An answer without body. */
    public static Answer of(int status) {
        return new Answer(status, "text/plain", new byte[0]);
    }

    /** A JSON answer. */
    public static Answer json(int status, String json) {
        return new Answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
