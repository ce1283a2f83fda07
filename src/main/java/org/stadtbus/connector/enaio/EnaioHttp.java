package org.stadtbus.connector.enaio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.util.IOHelper;
import org.stadtbus.connector.LimitedBody;
import org.stadtbus.connector.TimedBody;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.HubException;
import org.stadtbus.tls.TrustedCertificates;

/** One question to enaio and its answer, or the failure in words for people. */
final class EnaioHttp {
    private static final long SLOWEST_BYTES_PER_SECOND = 1024L * 1024;
    /** Most bytes of an answer that is no file: many times what a page of a search has. */
    static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;

    private final HttpClient client;
    private final EnaioSettings settings;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final String authorization;

    EnaioHttp(EnaioSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .sslContext(TrustedCertificates.ofJava())
                .build();
        String account = settings.username() + ":" + settings.password();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Asks and waits for the whole answer; an upload may take a second for each MiB on top.
     *
     * @param path below the settings' address
     * @throws HubException for every other answer than a JSON document with a 2xx status
     */
    JsonNode ask(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        Duration limit =
                settings.responseTimeout().plusSeconds(Math.max(0, body.contentLength()) / SLOWEST_BYTES_PER_SECOND);
        HttpResponse<byte[]> answer = answer(request, limit, LimitedBody.bytes(LARGEST_ANSWER));
        if (!ok(answer.statusCode())) {
            throw EnaioFailures.status(answer.statusCode());
        }
        return parsed(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /**
     * Opens a file, which is read while it comes; for each MiB it may take a second more.
     *
     * @param path below the settings' address
     * @param largest most bytes that are expected where enaio does not say how many
     * @return the bytes, to be closed; reading fails where they break off or come too slowly
     * @throws HubException for every other answer than a 2xx status
     */
    InputStream download(String path, long largest) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Authorization", authorization)
                .build();
        HttpResponse<InputStream> answer = answer(request, settings.responseTimeout(), BodyHandlers.ofInputStream());
        OptionalLong size = answer.headers().firstValueAsLong("Content-Length");
        Duration limit = settings.responseTimeout().plusSeconds(size.orElse(largest) / SLOWEST_BYTES_PER_SECOND);
        InputStream bytes = TimedBody.within(limit, answer.body());
        if (!ok(answer.statusCode())) {
            IOHelper.close(bytes);
            throw EnaioFailures.status(answer.statusCode());
        }
        return size.isPresent() ? new WholeStream(bytes, size.getAsLong()) : bytes;
    }

    private static boolean ok(int status) {
        return status >= OK && status < NO_LONGER_OK;
    }

    private <T> HttpResponse<T> answer(HttpRequest request, Duration limit, BodyHandler<T> handler) {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            boolean tooLarge = Causes.of(e).anyMatch(HubException.class::isInstance);
            throw tooLarge ? EnaioFailures.unreadable(e) : EnaioFailures.unreachable(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw EnaioFailures.tooSlow(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw EnaioFailures.unreachable(e);
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw EnaioFailures.unreadable(e);
        }
    }

    /** Writes JSON. */
    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Metadata are plain text and always JSON", e);
        }
    }
}
