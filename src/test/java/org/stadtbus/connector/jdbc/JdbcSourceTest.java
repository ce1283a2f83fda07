package org.stadtbus.connector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises a procedure whose table is read, against a real PostgreSQL and the hub's own broker. */
class JdbcSourceTest {
    private record Taken(String reference, String key, String type, String text) {}

    @TempDir
    Path folder;

    private final TestGate room = new TestGate();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile int hubFailsAfter = Integer.MAX_VALUE;
    private volatile boolean answerIsLost;
    private ProcedureDatabase database;
    private TestBroker broker;
    private CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void begin() throws Exception {
        broker = TestBroker.start(folder);
        database = new ProcedureDatabase(
                "create table bescheid (id bigserial primary key, geaendert timestamptz, name text, anhang bytea, preis numeric(8,2))",
                "create view bescheide as select * from bescheid");
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        database.close();
        broker.close();
    }

    private void look(Map<String, String> changes) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", database.url());
        properties.put("username", database.user());
        properties.put("password", "keines");
        properties.put("table", "bescheide");
        properties.put("watermark", "geaendert");
        properties.put("tieBreaker", "id");
        properties.put("procedure", "fischerei");
        properties.put("delay", "50");
        properties.put("pageSize", "3");
        properties.putAll(changes);
        camel = Kamelets.context("jdbc/jdbc-source.kamelet.yaml");
        camel.getRegistry().bind("broker", Broker.class, broker.broker());
        camel.getRegistry().bind("gate", room.gate());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("jdbc-source/fischerei", properties))
                        .errorHandler(noErrorHandler())
                        .process(JdbcSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    /** As the hub's own step does. */
    private void takeIn(Exchange exchange) {
        if (taken.size() >= hubFailsAfter) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            throw unreadable;
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusExternalReference", String.class),
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                exchange.getIn().getHeader("StadtbusContentType", String.class),
                new String(exchange.getIn().getBody(byte[].class), UTF_8)));
        if (answerIsLost) {
            throw HubException.temporary("broker", "Die Antwort blieb aus.", new IOException());
        }
    }

    private void decided(String time, String name) {
        database.itself()
                .update("insert into bescheid (geaendert, name) values (cast(? as timestamptz), ?)", time, name);
    }

    private List<String> references() {
        return taken.stream().map(Taken::reference).toList();
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    }

    @Test
    void rowsComeOneByOneInOrderEvenWhenTheyAreOfTheSameMoment() throws Exception {
        for (int i = 1; i <= 10; i++) {
            decided(i < 9 ? "2026-03-29 02:30:00.123456+01" : "2026-03-29 02:30:00.123457+01", "Nr. " + i);
        }
        look(Map.of());
        until(() -> assertThat(references()).isEqualTo(upTo(10)));
        decided("2026-03-29 02:30:00.123458+01", "spät");
        until(() -> assertThat(references()).isEqualTo(upTo(11)));
    }

    @Test
    void aRowIsXml() throws Exception {
        database.itself()
                .update("insert into bescheid values (7, '2026-01-02 03:04:05+00', 'Łódź <&>', '\\x00ff', 12.50)");
        look(Map.of());
        until(() -> assertThat(taken).hasSize(1));
        assertThat(taken.get(0).type()).isEqualTo("application/xml");
        assertThat(taken.get(0).text())
                .contains("<spalte name=\"name\">Łódź &lt;&amp;&gt;</spalte>")
                .contains("<spalte name=\"anhang\">AP8=</spalte><spalte name=\"preis\">12.50</spalte></zeile>");
    }

    @Test
    void aRowIsJson() throws Exception {
        database.itself().update("insert into bescheid values (7, '2026-01-02 03:04:05+00', 'Łódź', null, 12.50)");
        look(Map.of("format", "json"));
        until(() -> assertThat(taken).hasSize(1));
        assertThat(taken.get(0).type()).isEqualTo("application/json");
        assertThat(taken.get(0).text())
                .startsWith("{\"id\":7,")
                .endsWith("\"name\":\"Łódź\",\"anhang\":null,\"preis\":12.50}");
    }

    @Test
    void aColumnIsTheMessage() throws Exception {
        decided("2026-01-01", "<bescheid/>");
        look(Map.of("format", "column:name"));
        until(() -> assertThat(taken).extracting(Taken::text).containsExactly("<bescheid/>"));
    }

    @Test
    void aRowThatChangesComesAgain() throws Exception {
        decided("2026-01-01", "alt");
        look(Map.of());
        until(() -> assertThat(taken).hasSize(1));
        database.itself().update("update bescheid set name = 'neu', geaendert = '2026-01-02'");
        until(() -> assertThat(taken).hasSize(2));
        assertThat(taken.get(1).text()).contains("neu");
        assertThat(taken.get(0).key()).isNotEqualTo(taken.get(1).key());
    }

    @Test
    void readingGoesOnAfterARestartWhereTheHubStopped() throws Exception {
        decided("2026-01-01", "eins");
        look(Map.of());
        until(() -> assertThat(taken).hasSize(1));
        until(() ->
                assertThat(broker.broker().bookmarks().read("fischerei").step()).isEqualTo(1));
        camel.stop();
        broker.close();
        broker = TestBroker.start(folder);
        decided("2026-01-02", "zwei");
        look(Map.of());
        until(() -> assertThat(references()).isEqualTo(upTo(2)));
    }

    @Test
    void whatTheHubCouldNotTakeComesAgainAndNothingBehindItOvertakes() throws Exception {
        for (int i = 1; i <= 5; i++) {
            decided("2026-01-01", "Nr. " + i);
        }
        hubFailsAfter = 2;
        look(Map.of());
        until(() ->
                assertThat(broker.broker().bookmarks().read("fischerei").step()).isEqualTo(2));
        hubFailsAfter = Integer.MAX_VALUE;
        until(() -> assertThat(references()).isEqualTo(upTo(5)));
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.REPLAYED)
    void aRowThatComesAgainAfterALostAnswerHasTheSameKey() throws Exception {
        answerIsLost = true;
        decided("2026-01-01", "eins");
        look(Map.of());
        until(() -> assertThat(taken).hasSizeGreaterThan(1));
        assertThat(taken)
                .extracting(Taken::key, Taken::text)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(
                        taken.get(0).key(), taken.get(0).text()));
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.MALFORMED)
    void aRowThatCannotBeReadIsRefusedAndKeepsNoneBehindIt() throws Exception {
        decided("2026-01-01", "eins");
        decided("2026-01-01", "kein XML: \u0001");
        decided("2026-01-01", "drei");
        look(Map.of());
        until(() -> assertThat(references()).containsExactly("1", "3"));
        assertThat(refused).containsExactly("jdbc-unreadable-row");
    }

    @Test
    void aConditionLeavesRowsForLater() throws Exception {
        decided("2026-01-01", "fertig");
        decided("2026-01-02", "Entwurf");
        look(Map.of("condition", "name <> 'Entwurf' or name is null"));
        until(() -> assertThat(references()).containsExactly("1"));
        decided("2026-01-03", "fertig");
        until(() -> assertThat(references()).containsExactly("1", "3"));
    }

    @Test
    void connectionsThatAreCutLoseNoRow() throws Exception {
        for (int i = 1; i <= 4; i++) {
            decided("2026-01-01", "Nr. " + i);
        }
        database.cable().cutAfter("select * from bescheide");
        look(Map.of());
        await().during(Duration.ofMillis(300)).until(taken::isEmpty);
        database.cable().cutAfter("");
        until(() -> assertThat(references()).isEqualTo(upTo(4)));
        database.cable().down();
        decided("2026-01-02", "Nr. 5");
        database.cable().up();
        until(() -> assertThat(references()).isEqualTo(upTo(5)));
    }

    @Test
    void aLockedTableIsReadWhenItIsFree() throws Exception {
        decided("2026-01-01", "eins");
        try (Connection other = database.transaction("lock table bescheid in access exclusive mode")) {
            look(Map.of("responseTimeout", "200"));
            await().during(Duration.ofMillis(500)).until(taken::isEmpty);
            other.rollback();
        }
        until(() -> assertThat(references()).isEqualTo(upTo(1)));
    }

    @Test
    void nothingIsReadWhileTheHubHasNoRoom() throws Exception {
        room.close();
        decided("2026-01-01", "eins");
        look(Map.of());
        await().during(Duration.ofMillis(300)).until(taken::isEmpty);
        room.open();
        until(() -> assertThat(taken).hasSize(1));
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(met);
    }
}
