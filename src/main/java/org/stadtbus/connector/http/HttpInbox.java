package org.stadtbus.connector.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.stadtbus.connector.TimedBody;

/** The messages a procedure has ready over HTTP: a list of addresses, a message at each, gone when it is deleted. */
final class HttpInbox {
    /** Longest list that is read, in bytes. */
    private static final int LARGEST_LIST = 10_000_000;

    private static final int NO_CONTENT = 204;
    private static final int REDIRECTION = 300;
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final Settings settings;
    private final HttpClient client;

    HttpInbox(Settings settings, SSLContext tls) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * Where and how.
     *
     * @param username for HTTP Basic (RFC 7617); empty: no credentials are sent
     * @param responseTimeout until the answer begins, and again until its body is there
     */
    record Settings(
            URI url,
            String username,
            String password,
            Listing listing,
            Duration connectTimeout,
            Duration responseTimeout) {}

    /**
     * A message as it came.
     *
     * @param bytes at most one more than was asked for
     */
    record Found(String contentType, byte[] bytes) {}

    /** @throws org.stadtbus.envelope.HubException when the list is not to be had or not what was agreed */
    List<String> waiting() {
        return get(settings.url(), LARGEST_LIST + 1)
                .map(list -> settings.listing().entries(list.bytes()))
                .orElse(List.of());
    }

    /** @throws org.stadtbus.envelope.HubException permanent when an entry of the list leads to no message of this server */
    URI address(String entry) {
        return settings.listing().address(settings.url(), entry);
    }

    /**
     * Reads a message.
     *
     * @param largest most bytes that are of interest; of a larger one a byte more is read
     * @return empty when it is not there any more
     */
    Optional<Found> fetch(URI address, int largest) {
        return get(address, largest + 1);
    }

    /** Deletes a message; one that is gone already is as good. */
    void delete(URI address) {
        ask("DELETE", address, 0);
    }

    private Optional<Found> get(URI address, int most) {
        return ask("GET", address, most);
    }

    private Optional<Found> ask(String method, URI address, int most) {
        try {
            HttpResponse<InputStream> answer = client.send(request(method, address), BodyHandlers.ofInputStream());
            try (InputStream body = TimedBody.within(settings.responseTimeout(), answer.body())) {
                return found(answer, body, most);
            }
        } catch (IOException e) {
            throw HttpInboxFailures.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpInboxFailures.unreachable(new InterruptedIOException());
        }
    }

    private static Optional<Found> found(HttpResponse<InputStream> answer, InputStream body, int most)
            throws IOException {
        if (GONE.contains(answer.statusCode()) && answer.request().method().equals("DELETE")
                || answer.statusCode() == NO_CONTENT) {
            return Optional.empty();
        }
        if (answer.statusCode() >= REDIRECTION) {
            throw HttpInboxFailures.status(answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
        return Optional.of(new Found(type, body.readNBytes(most)));
    }

    private HttpRequest request(String method, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.responseTimeout())
                .method(method, BodyPublishers.noBody());
        if (!settings.username().isEmpty()) {
            String account = settings.username() + ":" + settings.password();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }
}
