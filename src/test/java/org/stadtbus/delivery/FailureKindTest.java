package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.delivery.Failure.Fault;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.testkit.DefaultTrust;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** What goes wrong on the way to a target gets the right kind, over real sockets and the real HTTP connector. */
class FailureKindTest {
    private final Procedure procedure = Policy.ordered(1).of("register");
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        camel = new DefaultCamelContext();
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(
                        camel,
                        Path.of("connectors/http/http-sink.kamelet.yaml")
                                .toUri()
                                .toString()));
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
    }

    @Test
    void targetThatIsNotThereIsTransient() throws IOException {
        int port;
        try (ServerSocket free = listen()) {
            port = free.getLocalPort();
        }
        assertTransient(failure("http://127.0.0.1:" + port + "/"), "target-down", "nimmt keine Verbindung an");
    }

    @Test
    void nameThatDnsDoesNotKnowIsTransient() {
        assertTransient(failure("http://fachverfahren.invalid/"), "target-unknown-host", "DNS");
    }

    @Test
    void targetThatDoesNotAnswerInTimeIsTransient() throws IOException {
        try (ServerSocket silent = listen()) {
            assertTransient(
                    failure("http://127.0.0.1:" + silent.getLocalPort() + "/"), "target-timeout", "nicht rechtzeitig");
        }
    }

    @Test
    void targetThatHangsUpInTheMiddleOfItsAnswerIsTransient() throws Exception {
        try (ServerSocket cutting = listen()) {
            Thread server = answering(cutting, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<halb");
            assertTransient(
                    failure("http://127.0.0.1:" + cutting.getLocalPort() + "/"), "target-unavailable", "abgebrochen");
            server.join();
        }
    }

    @Test
    @Refuses(connector = "http", value = BadInput.EXPIRED_CERTIFICATE)
    void expiredCertificateIsTransientAndSaysWhoMustAct(@TempDir Path folder) throws Exception {
        TestAuthority authority = new TestAuthority(folder);
        assertExpired(authority, authority.expired("ziel"));
        assertExpired(authority, authority.trusted(authority.expired("hinterlegt")));
    }

    private void assertExpired(TestAuthority authority, TestAuthority.Identity shown) {
        AtomicInteger requests = new AtomicInteger();
        try (DefaultTrust trust = new DefaultTrust(authority);
                LocalServer server = new LocalServer(0)
                        .on("POST", "/.*", request -> {
                            requests.incrementAndGet();
                            return Answer.of(202);
                        })
                        .start();
                Cable front = new Cable(shown.tls().getServerSocketFactory(), server.port())) {
            assertTransient(
                    failure("https://localhost:" + front.port() + "/"), "target-certificate-expired", "abgelaufen");
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void serverErrorIsTransientAndRefusalIsPermanent() {
        try (LocalServer server = server(500)) {
            assertTransient(failure(server.uri() + "/"), "http-500", "HTTP 500");
        }
        try (LocalServer server = server(400)) {
            Failure refused = failure(server.uri() + "/");
            assertThat(refused.why().kind()).isEqualTo(FailureKind.PERMANENT);
            assertThat(refused.fault()).isEqualTo(Fault.MESSAGE);
        }
    }

    @Test
    void retryAfterIsReadAsSecondsAndAsDate() throws Exception {
        try (ServerSocket busy = listen()) {
            Thread server =
                    answering(busy, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
            Failure failure = failure("http://127.0.0.1:" + busy.getLocalPort() + "/");
            assertTransient(failure, "http-429", "HTTP 429");
            assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
            server.join();
        }
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(90).atOffset(ZoneOffset.UTC));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        assertThat(RetryAfter.of(Map.of("retry-after", date), clock)).contains(Duration.ofSeconds(90));
        assertThat(RetryAfter.of(Map.of("Retry-After", "99999999999"), clock)).contains(RetryAfter.LONGEST);
        assertThat(RetryAfter.of(Map.of("Retry-After", "bald"), clock)).isEmpty();
    }

    @Test
    void whatNobodyCanExplainIsTriedAFewTimesAndThenAPersonIsAsked() {
        Failures failures = new Failures(Clock.systemUTC());
        IllegalStateException unknown = new IllegalStateException("?");
        Received first = new Received(DeliveryStand.message("a/1"), 1);
        Received last = new Received(DeliveryStand.message("a/1"), Failures.UNEXPLAINED_ATTEMPTS);

        assertThat(failures.explain(unknown, first).isTransient()).isTrue();
        assertThat(failures.explain(unknown, first).fault()).isEqualTo(Fault.MESSAGE);
        assertThat(failures.explain(unknown, last).isTransient()).isFalse();
        assertThat(failures.explain(unknown, last).why().sentence()).contains("auch bei jeder Wiederholung");
    }

    @Test
    void troubleOfVaultAndBrokerIsTheHubs() {
        HubException vault = HubException.temporary("vault-unreadable", "Der Tresor schläft.", new IOException());
        Failure failure = new Failures(Clock.systemUTC())
                .explain(new RuntimeException(vault), new Received(DeliveryStand.message("a/1"), 1));
        assertThat(failure.fault()).isEqualTo(Fault.HUB);
    }

    private Failure failure(String url) {
        Received received = new Received(DeliveryStand.message("a/1"), 1);
        Sink sink = new Sink(
                camel.createProducerTemplate(),
                procedure,
                "http",
                Map.of("url", url, "connectTimeout", "2000", "responseTimeout", "500"));
        try {
            sink.deliver(received.message());
        } catch (Exception thrown) {
            return new Failures(Clock.systemUTC()).explain(thrown, received);
        }
        throw new AssertionError("It was delivered");
    }

    private static void assertTransient(Failure failure, String code, String words) {
        assertThat(failure.why().problemCode())
                .as("%s", failure.why().getCause())
                .isEqualTo(code);
        assertThat(failure.isTransient()).isTrue();
        assertThat(failure.fault()).isEqualTo(Fault.TARGET);
        assertThat(failure.why().sentence()).contains(words);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static LocalServer server(int status) {
        return new LocalServer(0)
                .on("POST", "/.*", request -> Answer.of(status))
                .start();
    }

    private static Thread answering(ServerSocket server, String answer) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        thread.start();
        return thread;
    }
}
