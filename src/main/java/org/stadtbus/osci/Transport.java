package org.stadtbus.osci;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Carries messages to an address over HTTP and brings the answer into the spool. */
public final class Transport {
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;

    private final HttpClient http;
    private final URI address;
    private final Duration patience;
    private final Path spool;
    private final long largest;

    /**
     * @param patience until an answer begins
     * @param largest bytes of an answer that are taken at most
     */
    public Transport(HttpClient http, URI address, Duration patience, Path spool, long largest) {
        this.http = http;
        this.address = address;
        this.patience = patience;
        this.spool = spool;
        this.largest = largest;
    }

    /**
     * Sends a file and waits for the answer.
     *
     * @return the answer in a new file, the caller's to delete; a SOAP fault is an answer
     * @throws IOException when there is no answer, or one that is too large
     */
    Path exchange(Path message) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/xml")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofFile(message))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK && response.statusCode() != SERVER_ERROR) {
                    throw new IOException("HTTP status " + response.statusCode());
                }
                return Spooled.keep(body, spool, largest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the intermediary", e);
        }
    }
}
