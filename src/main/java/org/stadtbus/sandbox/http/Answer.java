package org.stadtbus.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a neighbour answers.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param length bytes of the body, 0 for none
 * @param body writes the body
 */
public record Answer(int status, String contentType, long length, Body body) {

    /** Writes exactly the announced number of bytes. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** An answer without body. */
    public static Answer of(int status) {
        return bytes(status, "text/plain", new byte[0]);
    }

    /** A JSON answer. */
    public static Answer json(int status, String json) {
        return bytes(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes as they are. */
    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, contentType, bytes.length, out -> out.write(bytes));
    }

    /** A file, streamed. */
    public static Answer file(String contentType, Path file) {
        try {
            return new Answer(200, contentType, Files.size(file), out -> Files.copy(file, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
