package org.stadtbus.connector.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Originals;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;

/** What the connector promises a procedure that answers on its own broker, against a second Artemis over TCP. */
class JmsSourceTest {
    private static final String QUEUE = "kfz.antworten";
    private static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";

    private record Taken(String key, String reference, String text) {}

    @TempDir
    Path folder;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private MemoryVault vault = new MemoryVault();
    private final List<Attachment> kept = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean hubIsWell = true;
    private volatile Runnable whenTaken = () -> {};
    private ForeignBroker broker;
    private CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void begin() throws IOException {
        vault = new MemoryVault(Files.createDirectory(folder.resolve("spool")));
        broker = new ForeignBroker(folder, PASSWORD);
    }

    @AfterEach
    void end() {
        camel.stop();
        broker.close();
    }

    private void listen(Map<String, String> changes) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", broker.jmsUrl());
        properties.put("username", ForeignBroker.USER);
        properties.put("password", PASSWORD);
        properties.put("queue", QUEUE);
        properties.put("delay", "100");
        properties.put("procedure", "kfz");
        properties.putAll(changes);
        camel = Kamelets.context("jms/jms-source.kamelet.yaml");
        camel.getShutdownStrategy().setTimeout(2);
        camel.getRegistry().bind("vault", vault);
        camel.getRegistry().bind("originals", new Originals(vault));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("jms-source/eingang-kfz", properties))
                        .errorHandler(noErrorHandler())
                        .process(JmsSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    /** As the hub's own step does. */
    private void takeIn(Exchange exchange) {
        String text = new String(exchange.getIn().getBody(byte[].class), UTF_8);
        asked.incrementAndGet();
        if (!hubIsWell) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            kept.addAll(List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)));
            throw unreadable;
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                exchange.getIn().getHeader("StadtbusExternalReference", String.class),
                text));
        whenTaken.run();
    }

    @Test
    void textAndBytesAreTakenInOrderAndGone() throws Exception {
        Message first = answers(peer -> peer.createTextMessage("<a>Łódź</a>"));
        answers(peer -> {
            BytesMessage bytes = peer.createBytesMessage();
            set(() -> bytes.writeBytes("<b>Größe</b>".getBytes(UTF_8)));
            set(() -> bytes.setJMSCorrelationID("vorgang-1"));
            return bytes;
        });
        listen(Map.of());
        until(() -> assertThat(broker.waiting(QUEUE)).isZero());
        assertThat(taken).extracting(Taken::text).containsExactly("<a>Łódź</a>", "<b>Größe</b>");
        assertThat(taken.get(0).key()).isEqualTo(first.getJMSMessageID());
        assertThat(taken.get(1).reference()).isEqualTo("vorgang-1");
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.MALFORMED)
    void otherKindsAreRefusedKeptAndKeepNoneBehindThem() throws Exception {
        ArrayList<String> object = new ArrayList<>(List.of("nie ausgepackt"));
        answers(peer -> peer.createObjectMessage(object));
        answers(peer -> {
            MapMessage map = peer.createMapMessage();
            set(() -> map.setString("kennzeichen", "WOB-AB 1"));
            return map;
        });
        answers(peer -> {
            StreamMessage stream = peer.createStreamMessage();
            set(() -> stream.writeInt(17));
            return stream;
        });
        answers(peer -> {
            Message empty = peer.createMessage();
            set(() -> empty.setStringProperty("halter", "Łukasz"));
            return empty;
        });
        answers(JMSContext::createObjectMessage);
        answers(peer -> peer.createTextMessage("<a/>"));
        listen(Map.of());
        until(() -> assertThat(broker.waiting(QUEUE)).isZero());
        assertThat(taken).extracting(Taken::text).containsExactly("<a/>");
        assertThat(refused).hasSize(5).containsOnly("jms-kind");
        assertThat(new ObjectInputStream(vault.open(kept.get(0).sha256())).readObject())
                .isEqualTo(object);
        assertThat(kept(1)).contains("\"kennzeichen\" : \"WOB-AB 1\"");
        assertThat(kept(2)).contains("\"werte\" : [ 17 ]");
        assertThat(kept(3)).contains("\"halter\" : \"Łukasz\"");
        assertThat(vault.drawers()).containsExactly("kfz");
    }

    private String kept(int index) throws IOException {
        return new String(vault.open(kept.get(index).sha256()).readAllBytes(), UTF_8);
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.OVERSIZED)
    void aLargeOneIsHandedOnWholeAsOftenAsTheHubAsksAndLeavesNoFile() throws Exception {
        hubIsWell = false;
        String large = "x".repeat(3_000_000);
        answers(peer -> {
            BytesMessage bytes = peer.createBytesMessage();
            set(() -> bytes.writeBytes(large.getBytes(UTF_8)));
            return bytes;
        });
        listen(Map.of("delay", "10"));
        until(() -> assertThat(asked.get()).isGreaterThan(2));
        hubIsWell = true;
        until(() -> assertThat(broker.waiting(QUEUE)).isZero());
        assertThat(taken).extracting(Taken::text).containsExactly(large);
        until(() -> assertThat(vault.spool()).isEmptyDirectory());
    }

    @Test
    void whatTheHubCannotTakeStaysInOrderAndIsNeverPutAside() throws Exception {
        hubIsWell = false;
        answers(peer -> peer.createTextMessage("eins"));
        answers(peer -> peer.createTextMessage("zwei"));
        listen(Map.of("delay", "10"));
        await().during(Duration.ofMillis(800)).until(() -> broker.waiting(QUEUE) == 2 && taken.isEmpty());
        hubIsWell = true;
        until(() -> assertThat(broker.waiting(QUEUE)).isZero());
        assertThat(taken).extracting(Taken::text).containsExactly("eins", "zwei");
        assertThat(broker.waiting("DLQ")).isZero();
    }

    @Test
    void aHubThatStopsBeforeItHasTheMessageLeavesItThere() throws Exception {
        hubIsWell = false;
        answers(peer -> peer.createTextMessage("eins"));
        listen(Map.of());
        await().during(Duration.ofMillis(300)).until(taken::isEmpty);
        camel.stop();
        assertThat(broker.waiting(QUEUE)).isEqualTo(1);
        hubIsWell = true;
        listen(Map.of());
        until(() -> assertThat(taken).hasSize(1));
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.REPLAYED)
    void aMessageWhoseAcknowledgementIsLostComesAgainUnderItsKey() throws Exception {
        whenTaken = () -> {
            whenTaken = () -> {};
            broker.jmsLine().down();
        };
        answers(peer -> peer.createTextMessage("eins"));
        listen(Map.of());
        until(() -> assertThat(taken).hasSize(1));
        broker.jmsLine().up();
        until(() -> assertThat(taken).hasSize(2));
        until(() -> assertThat(broker.waiting(QUEUE)).isZero());
        assertThat(taken.get(1).key()).isEqualTo(taken.get(0).key());
    }

    @Test
    void aBrokerThatIsAwayAtTheStartKeepsNobodyFromStarting() throws Exception {
        broker.jmsLine().down();
        listen(Map.of());
        broker.jmsLine().up();
        answers(peer -> peer.createTextMessage("eins"));
        until(() -> assertThat(taken).hasSize(1));
    }

    private Message answers(Function<JMSContext, Message> make) {
        try (JMSContext peer =
                new ActiveMQConnectionFactory(broker.jmsUrl(), ForeignBroker.USER, PASSWORD).createContext()) {
            Message message = make.apply(peer);
            peer.createProducer().send(peer.createQueue(QUEUE), message);
            return message;
        }
    }

    private interface Setting {
        void run() throws jakarta.jms.JMSException;
    }

    private static void set(Setting setting) {
        try {
            setting.run();
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(met);
    }
}
