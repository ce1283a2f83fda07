package org.stadtbus.sandbox.http;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A multipart/form-data body (RFC 7578) as browsers send it. */
public final class Multipart {
    private final String boundary = UUID.randomUUID().toString();
    private final List<BodyPublisher> parts = new ArrayList<>();

    /** Adds a part with JSON. */
    public Multipart json(String name, byte[] content) {
        head("name=\"" + name + "\"", "application/json");
        parts.add(BodyPublishers.ofByteArray(content));
        return this;
    }

    /** Adds a file; its bytes are read when the body is sent. */
    public Multipart file(String name, String filename, String contentType, Supplier<InputStream> content) {
        head("name=\"" + name + "\"; filename=\"" + filename + "\"", contentType);
        parts.add(BodyPublishers.ofInputStream(content));
        return this;
    }

    private void head(String disposition, String contentType) {
        parts.add(BodyPublishers.ofString("\r\n--" + boundary + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: " + contentType + "\r\n\r\n"));
    }

    /** Value of the Content-Type header. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body; add no part after it was taken. */
    public BodyPublisher publisher() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
