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

    /** Reads an answer while it comes. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String contentType, InputStream body) throws IOException;
    }

    /** @throws org.stadtbus.envelope.HubException when the list is not to be had or not what was agreed */
    List<String> waiting() {
        return ask("GET", settings.url(), (type, list) -> list.readNBytes(LARGEST_LIST + 1))
                .map(settings.listing()::entries)
                .orElse(List.of());
    }

    /** @throws org.stadtbus.envelope.HubException permanent when an entry of the list leads to no message of this server */
    URI address(String entry) {
        return settings.listing().address(settings.url(), entry);
    }

    /**
     * Reads a message.
     *
     * @return empty when it is not there any more
     */
    <T> Optional<T> fetch(URI address, Reading<T> reading) {
        return ask("GET", address, reading);
    }

    /** Deletes a message; one that is gone already is as good. */
    void delete(URI address) {
        ask("DELETE", address, (type, body) -> true);
    }

    private <T> Optional<T> ask(String method, URI address, Reading<T> reading) {
        try {
            HttpResponse<InputStream> answer = client.send(request(method, address), BodyHandlers.ofInputStream());
            try (InputStream body = TimedBody.within(settings.responseTimeout(), answer.body())) {
                return isThere(answer)
                        ? Optional.of(reading.read(type(answer), new AnswerBody(body)))
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw HttpInboxFailures.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpInboxFailures.unreachable(new InterruptedIOException());
        }
    }

    private static boolean isThere(HttpResponse<InputStream> answer) {
        if (GONE.contains(answer.statusCode()) && answer.request().method().equals("DELETE")
                || answer.statusCode() == NO_CONTENT) {
            return false;
        }
        if (answer.statusCode() >= REDIRECTION) {
            throw HttpInboxFailures.status(answer.statusCode());
        }
        return true;
    }

    private static String type(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
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
