package org.stadtbus.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Originals;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** From whom messages are fetched over HTTP, and what is not fetched stays there. */
class HttpSourceAccessTest {
    private static final String PASSWORD = "geheim";

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean(true);
    private TestAuthority authority;
    private LocalServer server;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(folder);
        server = new LocalServer(0)
                .on(
                        "GET",
                        "/ausgang",
                        request -> allowed(request)
                                ? Answer.json(200, waiting.get() ? "[{\"href\":\"/ausgang/1\"}]" : "[]")
                                : Answer.of(401))
                .on("GET", "/ausgang/1", request -> Answer.bytes(200, "application/xml", "<a/>".getBytes(UTF_8)))
                .on("DELETE", "/ausgang/1", request -> {
                    waiting.set(false);
                    return Answer.of(204);
                })
                .start();
        AnswerIntake intake = mock(AnswerIntake.class);
        when(intake.maxAnswer()).thenReturn(1000L);
        camel = Kamelets.context("http/http-source.kamelet.yaml");
        camel.getRegistry()
                .bind("http-inbox-component", new HttpInboxComponent(intake, new Originals(new MemoryVault())));
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    private boolean allowed(Request request) {
        String caller = request.header("Authorization").orElse("");
        callers.add(caller);
        return caller.equals("Basic " + Base64.getEncoder().encodeToString(("hub:" + PASSWORD).getBytes(UTF_8)));
    }

    @Test
    @Refuses(connector = "http", value = BadInput.WRONGLY_SIGNED)
    void whereThePasswordIsWrongEverythingStays() throws Exception {
        fetch("falsch", server.uri().toString(), "falsch");
        await().until(() -> callers.size() > 1);
        assertThat(taken).isEmpty();
        fetch("richtig", server.uri().toString(), PASSWORD);
        await().untilAsserted(() -> assertThat(waiting).isFalse());
        assertThat(taken).containsExactly("<a/>");
    }

    @Test
    @Refuses(
            connector = "http",
            value = {BadInput.EXPIRED_CERTIFICATE, BadInput.WRONGLY_SIGNED})
    void serverThatCannotProveItsNameIsNotAsked() throws Exception {
        TestAuthority other = new TestAuthority(folder.resolve("fremd"));
        try (Cable expired = front(authority.expired("abgelaufen"));
                Cable stranger = front(other.valid("fremd"));
                Cable renewed = front(authority.valid("erneuert"))) {
            fetch("abgelaufen", "https://127.0.0.1:" + expired.port(), PASSWORD);
            fetch("fremd", "https://127.0.0.1:" + stranger.port(), PASSWORD);
            assertNobodyAsks();
            fetch("erneuert", "https://127.0.0.1:" + renewed.port(), PASSWORD);
            await().untilAsserted(() -> assertThat(waiting).isFalse());
        }
        assertThat(taken).containsExactly("<a/>");
    }

    @Test
    @Refuses(connector = "http", value = BadInput.WRONGLY_ENCRYPTED)
    void serverInClearTextIsNotToldThePasswordWhereTlsIsAgreed() throws Exception {
        fetch("klar", server.uri().toString().replace("http:", "https:"), PASSWORD);
        assertNobodyAsks();
    }

    private void assertNobodyAsks() {
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(callers).isEmpty());
        assertThat(waiting).isTrue();
        assertThat(taken).isEmpty();
    }

    private Cable front(TestAuthority.Identity proof) {
        return new Cable(
                proof.tls().getServerSocketFactory(),
                URI.create(server.uri().toString()).getPort());
    }

    private void fetch(String name, String server, String password) throws Exception {
        Map<String, String> properties = Map.of(
                "url",
                server + "/ausgang",
                "link",
                "/href",
                "username",
                "hub",
                "password",
                password,
                "certificates",
                authority.pem().toString(),
                "procedure",
                name,
                "delay",
                "50");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("http-source/" + name, properties))
                        .errorHandler(noErrorHandler())
                        .process(exchange -> taken.add(exchange.getIn().getBody(String.class)));
            }
        });
    }
}
