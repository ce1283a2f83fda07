package org.stadtbus.connector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.fischerei.LicenceOffice;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;

/** The sandbox's database neighbour gets an application and gives a decision, as recorded in the connector's sandbox folder. */
class LicenceOfficeTest {
    private static final String PASSWORD = "nur-im-test";
    private static final Path RECORDED = Path.of("connectors/jdbc/sandbox");

    @TempDir
    Path folder;

    private final List<String> decisions = new CopyOnWriteArrayList<>();
    private TestBroker broker;
    private LicenceOffice office;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        broker = TestBroker.start(folder.resolve("broker"));
        office = new LicenceOffice(folder, PASSWORD);
        camel = Kamelets.context("jdbc/jdbc-sink.kamelet.yaml", "jdbc/jdbc-source.kamelet.yaml");
        camel.getRegistry().bind("broker", Broker.class, broker.broker());
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        office.close();
        broker.close();
    }

    @Test
    void anApplicationIsDecided() throws Exception {
        read();
        assertThat(deliver()).isNull();
        await().atMost(Duration.ofSeconds(10)).until(() -> decisions.size() == 1);
        assertThat(decisions.get(0).replaceAll("\\d{4}-[^<]*", "2026-01-15 10:00:00+01"))
                .isEqualTo(Files.readString(RECORDED.resolve("bescheid.xml")).strip());
    }

    @Test
    void anOfficeThatIsClosedIsTriedAgain() throws Exception {
        camel.start();
        office.fault(new Fault.Down());
        assertThat((HubException) deliver()).returns(FailureKind.TRANSIENT, HubException::kind);
        office.fault(new Fault.None());
        assertThat(deliver()).isNull();
    }

    private void read() throws Exception {
        Map<String, String> properties = access();
        properties.putAll(Map.of(
                "table",
                "bescheide",
                "watermark",
                "geaendert",
                "tieBreaker",
                "nummer",
                "procedure",
                "fischerei",
                "delay",
                "50"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("jdbc-source/eingang-fischerei", properties))
                        .errorHandler(noErrorHandler())
                        .process(exchange ->
                                decisions.add(new String(exchange.getIn().getBody(byte[].class), UTF_8)));
            }
        });
        camel.start();
    }

    private Exception deliver() throws Exception {
        Map<String, String> properties = access();
        properties.putAll(Map.of(
                "statement",
                "insert into eingang (nachricht_id, antragsteller, inhalt) values (:messageId, :name, :payload)",
                "known",
                "select 1 from eingang where nachricht_id = :messageId",
                "parameters",
                "name = //*:name"));
        Message message = new Message(
                Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH).build(),
                Files.readAllBytes(RECORDED.resolve("antrag.xml")));
        return camel.createProducerTemplate()
                .send(
                        Kamelets.uri("jdbc-sink/ausgang-fischerei", properties),
                        ExchangePattern.InOut,
                        exchange -> exchange.setProperty("stadtbus.message", message))
                .getException();
    }

    private Map<String, String> access() {
        return new TreeMap<>(Map.of("url", office.url(), "username", LicenceOffice.USER, "password", PASSWORD));
    }
}
