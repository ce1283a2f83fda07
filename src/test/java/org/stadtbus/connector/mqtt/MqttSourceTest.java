package org.stadtbus.connector.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises who publishes at an MQTT broker, against that of Artemis. */
class MqttSourceTest {
    private record Taken(String key, String text) {}

    private static final int LARGEST = 1000;

    @TempDir
    Path folder;

    private final TestGate room = new TestGate();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile boolean listening;
    private volatile int hubFailsAfter = Integer.MAX_VALUE;
    private volatile Runnable whenTaken = () -> {};
    private volatile int looks;
    private ForeignBroker broker;
    private CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void begin() throws Exception {
        broker = new ForeignBroker(folder, Peer.PASSWORD);
        listen();
        camel.stop();
    }

    @AfterEach
    void end() {
        camel.stop();
        broker.close();
    }

    /** Returns when the broker knows the session. */
    private void listen() throws Exception {
        start();
        try (Peer peer = new Peer(broker)) {
            await().atMost(Duration.ofSeconds(15)).until(() -> {
                peer.publish("pegel/probe", "", "probe");
                return listening;
            });
        }
    }

    private void start() throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", broker.mqttUrl());
        properties.put("username", ForeignBroker.USER);
        properties.put("password", Peer.PASSWORD);
        properties.put("topic", "pegel/#");
        properties.put("clientId", "stadtbus-pegel");
        properties.put("delay", "100");
        properties.put("quiet", "200");
        properties.put("pageSize", "3");
        properties.put("responseTimeout", "2000");
        camel = Kamelets.context("mqtt/mqtt-source.kamelet.yaml");
        camel.getShutdownStrategy().setTimeout(5);
        camel.getRegistry().bind("gate", room.gate());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("mqtt-source/eingang-pegel", properties))
                        .errorHandler(noErrorHandler())
                        .process(MqttSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    /** As the hub's own step does. */
    private void takeIn(Exchange exchange) {
        String text = new String(exchange.getIn().getBody(byte[].class), UTF_8);
        if (text.equals("probe")) {
            listening = true;
            return;
        }
        if (taken.size() >= hubFailsAfter) {
            looks++;
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        if (text.isEmpty()) {
            throw HubException.rejected("empty", "Die Nachricht ist leer.");
        }
        if (text.length() > LARGEST) {
            throw HubException.rejected("too-large", "Die Nachricht ist zu groß.");
        }
        taken.add(new Taken(exchange.getIn().getHeader("StadtbusDuplicateKey", String.class), text));
        whenTaken.run();
    }

    private void publish(String... texts) throws Exception {
        try (Peer peer = new Peer(broker)) {
            for (String text : texts) {
                peer.publish("pegel/stadt", "id-" + text, text);
            }
        }
    }

    private List<String> texts() {
        return taken.stream().map(Taken::text).toList();
    }

    @Test
    void whatCameWhileTheHubWasAwayIsTakenInOrderOnce() throws Exception {
        publish("1", "2", "3", "4", "5", "6", "7");
        broker.restart();
        start();
        until(() -> assertThat(texts()).containsExactly("1", "2", "3", "4", "5", "6", "7"));
        publish("8");
        until(() -> assertThat(texts()).endsWith("7", "8").hasSize(8));
        assertThat(taken.get(0).key()).isEqualTo("id-1");
    }

    @Test
    void whatTheHubCouldNotTakeComesAgainFirst() throws Exception {
        hubFailsAfter = 1;
        publish("1", "2", "3");
        start();
        until(() -> assertThat(looks).isGreaterThan(1));
        assertThat(texts()).containsExactly("1");
        hubFailsAfter = Integer.MAX_VALUE;
        until(() -> assertThat(texts()).containsExactly("1", "2", "3"));
    }

    @Test
    @Refuses(
            connector = "mqtt",
            value = {BadInput.MALFORMED, BadInput.OVERSIZED})
    void aRefusedMessageKeepsNoneBehindIt() throws Exception {
        publish("1", "", "3", "x".repeat(LARGEST + 1));
        start();
        until(() -> assertThat(texts()).containsExactly("1", "3"));
        publish("4");
        until(() -> assertThat(texts()).containsExactly("1", "3", "4"));
    }

    @Test
    @Refuses(connector = "mqtt", value = BadInput.REPLAYED)
    void aMessageWhoseAcknowledgementIsLostComesAgainUnderItsId() throws Exception {
        whenTaken = () -> {
            whenTaken = () -> {};
            broker.mqttLine().down();
        };
        publish("1", "2");
        start();
        until(() -> assertThat(taken).isNotEmpty());
        broker.mqttLine().up();
        until(() -> assertThat(texts()).containsSubsequence("1", "1", "2"));
        assertThat(taken)
                .filteredOn(each -> each.text().equals("1"))
                .extracting(Taken::key)
                .containsOnly("id-1");
    }

    @Test
    void aBrokerThatIsAwayAtTheStartKeepsNobodyFromStarting() throws Exception {
        publish("1");
        broker.mqttLine().down();
        start();
        broker.mqttLine().up();
        until(() -> assertThat(texts()).containsExactly("1"));
    }

    @Test
    void theBrokerKeepsTheMessagesWhileTheHubHasNoRoom() throws Exception {
        room.close();
        publish("1");
        start();
        await().during(Duration.ofMillis(1500)).until(taken::isEmpty);
        room.open();
        until(() -> assertThat(texts()).containsExactly("1"));
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(met);
    }
}
