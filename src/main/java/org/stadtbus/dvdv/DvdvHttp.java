package org.stadtbus.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.envelope.HubException;
import org.stadtbus.tls.TrustedCertificates;

/** One question to the DVDV and its whole answer, or the failure in words for people. Shows the hub's certificate to the server. */
final class DvdvHttp {
    private final HttpClient client;
    private final DvdvProperties settings;
    private final ObjectMapper json = new ObjectMapper();

    DvdvHttp(DvdvProperties settings, SslBundle bundle) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .sslContext(TrustedCertificates.context(bundle))
                .build();
    }

    /** @throws HubException transient when no whole answer came in time */
    HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw DvdvFailures.unreachable(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw DvdvFailures.tooSlow(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw DvdvFailures.unreachable(e);
        }
    }

    /** @throws HubException transient when the body is no JSON object */
    JsonNode read(HttpResponse<byte[]> answer) {
        try {
            JsonNode body = json.readTree(answer.body());
            if (body.isObject()) {
                return body;
            }
            throw new IOException("Not an object");
        } catch (IOException e) {
            throw DvdvFailures.unreadable(e);
        }
    }
}
