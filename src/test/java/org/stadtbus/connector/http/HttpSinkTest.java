package org.stadtbus.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.stadtbus.testkit.Refuses;

/** What the connector promises who delivers over HTTP, against a real server. */
class HttpSinkTest {
    private record Got(String key, String type, String text, boolean leaked) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private LocalServer server;
    private CamelContext camel;
    private ProducerTemplate producer;

    @BeforeEach
    void begin() throws Exception {
        server = new LocalServer(0)
                .on("POST", "/xbau", this::take)
                .on("POST", "/woanders", request -> new Answer(302, "text/plain", 0, out -> {}))
                .start();
        camel = new DefaultCamelContext();
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(
                        camel,
                        Path.of("connectors/http/http-sink.kamelet.yaml")
                                .toUri()
                                .toString()));
        camel.start();
        producer = camel.createProducerTemplate();
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    @Test
    void theMessageArrivesWithItsIdAndNothingElseOfTheHub() {
        Exchange done = send("/xbau");
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt")).isEqualTo("HTTP 202");
        assertThat(got).containsExactly(new Got("nachricht-1", "application/xml", "<ä/>", false));
    }

    @Test
    void anErrorOfTheServerKeepsItsStatus() {
        server.fault(new Fault.Error(503));
        assertThat(send("/xbau")
                        .getException(HttpOperationFailedException.class)
                        .getStatusCode())
                .isEqualTo(503);
    }

    @Test
    void aServerThatWasDownGetsItWhenItIsBack() {
        server.fault(new Fault.Down());
        assertThat(send("/xbau").getException()).isInstanceOf(java.io.IOException.class);
        server.fault(new Fault.None());
        assertThat(send("/xbau").getException()).isNull();
        assertThat(got).hasSize(1);
    }

    @Test
    @Refuses(connector = "http", value = BadInput.REPLAYED)
    void aCutAnswerIsNoReceiptAndTheNextAttemptHasTheSameId() {
        server.fault(new Fault.HangUp());
        assertThat(send("/xbau").getException()).isNotNull();
        server.fault(new Fault.None());
        assertThat(send("/xbau").getException()).isNull();
        assertThat(got).extracting(Got::key).containsOnly("nachricht-1");
    }

    @Test
    void aSlowServerIsGivenUp() {
        server.fault(new Fault.Slow(Duration.ofSeconds(3)));
        assertThat(send("/xbau").getException()).isInstanceOf(java.io.IOException.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(send("/woanders")
                        .getException(HttpOperationFailedException.class)
                        .getStatusCode())
                .isEqualTo(302);
    }

    private Exchange send(String path) {
        String uri = "kamelet:http-sink/feuerwehr?url=RAW{" + server.uri() + path
                + "}&connectTimeout=RAW{2000}&responseTimeout=RAW{300}";
        return producer.send(uri, ExchangePattern.InOut, exchange -> {
            exchange.getIn().setBody("<ä/>".getBytes(StandardCharsets.UTF_8));
            exchange.getIn().setHeader("StadtbusMessageId", "nachricht-1");
            exchange.getIn().setHeader("StadtbusContentType", "application/xml");
            exchange.getIn().setHeader("StadtbusBusinessKey", "63-2026-00001");
        });
    }

    private Answer take(Request request) throws java.io.IOException {
        got.add(new Got(
                request.header("Idempotency-Key").orElse(""),
                Objects.toString(request.headers().getFirst("Content-Type")),
                request.text(),
                request.headers().keySet().stream().anyMatch(name -> name.startsWith("Stadtbus"))));
        return Answer.of(202);
    }
}
