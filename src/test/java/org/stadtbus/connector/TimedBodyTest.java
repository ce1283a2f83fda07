package org.stadtbus.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that begins to answer and stops does not hold its caller. */
class TimedBodyTest {
    private static final int ANNOUNCED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, ANNOUNCED);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
        });
        server.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('a');
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private InputStream body(String path, Duration whole) throws Exception {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return TimedBody.within(
                whole,
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                        .body());
    }

    /** Reads to the end; gives what came of it. */
    private static Object outcome(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            return e;
        }
    }

    @Test
    void bodyThatStallsFails() throws Exception {
        try (InputStream body = body("/stalled", Duration.ofMillis(200))) {
            assertThat(CompletableFuture.supplyAsync(() -> outcome(body)))
                    .succeedsWithin(PATIENCE)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void bodyThatIsThereInTimeIsReadToItsEnd() throws Exception {
        try (InputStream body = body("/whole", Duration.ofMinutes(1))) {
            assertThat(body.readAllBytes()).isEqualTo(new byte[] {'a'});
        }
    }
}
