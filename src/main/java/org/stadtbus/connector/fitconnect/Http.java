package org.stadtbus.connector.fitconnect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stadtbus.envelope.HubException;
import org.stadtbus.tls.TrustedCertificates;

/** HTTP whose time-out counts until the last byte of the body; the JDK's own ends with the headers. */
final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(TrustedCertificates.ofJava())
            .build();

    /**
     * Sends and waits for the whole answer.
     *
     * @throws IOException when no whole answer came in time
     * @throws HubException rejected ({@code too-large}) when the body is larger than its handler allows
     */
    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body, Duration whole) throws IOException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("No whole answer within " + whole);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while waiting for an answer");
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static IOException cause(ExecutionException failed) {
        for (Throwable t = failed; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                throw explained;
            }
        }
        return failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    }
}
