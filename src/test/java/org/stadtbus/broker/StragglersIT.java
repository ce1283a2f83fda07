package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.ArtemisPair;
import org.stadtbus.testkit.ArtemisServer;

/** What waits on broker a of a cluster while the hub is connected to broker b. */
class StragglersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofHours(1);
    private static final String QUEUE = Queues.delivery("y");
    private static final int MANY = 120;

    @TempDir
    Path folder;

    private ArtemisPair cluster;
    private HubNode a;
    private HubNode b;

    @BeforeEach
    void start() {
        cluster = ArtemisPair.cluster(folder.resolve("artemis"));
        a = HubNode.at(cluster.first().url(), folder);
        b = HubNode.at(cluster.second().url(), folder);
    }

    @AfterEach
    void stop() throws Exception {
        a.close();
        b.close();
        cluster.close();
    }

    @Test
    void comeInTheirOrderWithAllThatIsWrittenOnThem() throws Exception {
        Outgoing plain = Texts.to(QUEUE, "1");
        a.broker().send(new Outbox().send(new Outgoing(QUEUE, plain.message(), "1", "journey", 3, LATER, null)));
        a.broker().send(new Outbox().send(inGroup("2")));
        Instant sent = Instant.now();

        look();

        List<Received> arrived = new CopyOnWriteArrayList<>();
        try (var ignored = b.broker().consume(QUEUE, 1, received -> {
            arrived.add(received);
            return new Outbox();
        })) {
            await().atMost(PATIENCE).until(() -> arrived.size() == 2);
        }
        assertThat(arrived).extracting(Texts::of).containsExactly("1", "2");
        assertThat(arrived).extracting(Received::group).containsOnly("journey");
        assertThat(arrived.get(0).attempt()).isEqualTo(3);
        assertThat(arrived.get(0).since()).isBefore(sent);
        assertThat(waiting(a)).isEmpty();
    }

    @Test
    void deadlineOfAMessageGoesWithIt() throws Exception {
        Outgoing plain = Texts.to(QUEUE, "1");
        a.broker()
                .send(new Outbox()
                        .send(new Outgoing(QUEUE, plain.message(), "1", "journey", 1, Duration.ofSeconds(5), null)));
        look();
        List<String> expired = new CopyOnWriteArrayList<>();
        try (var ignored = b.broker().consume(Queues.EXPIRED, 1, received -> {
            expired.add(received.origin());
            return new Outbox();
        })) {
            await().atMost(PATIENCE).until(() -> expired.equals(List.of(QUEUE)));
        }
    }

    @Test
    void comeOnceAlthoughTwoNodesFetchAtTheSameTime() throws Exception {
        sendMany();
        try (HubNode second = HubNode.at(cluster.second().url(), folder)) {
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            Future<?> one = nodes.submit(() -> look(b));
            Future<?> other = nodes.submit(() -> look(second));
            one.get();
            other.get();
            nodes.shutdown();
        }
        look();
        assertThat(arrivedAtB(MANY))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MANY).mapToObj(String::valueOf).toList());
    }

    @Test
    void comesOnceAlthoughTheHubDiedBetweenTheTwoCommits() throws Exception {
        a.broker().send(new Outbox().send(inGroup("1")));
        moveWithoutCommitAtTheSource();
        assertThat(waiting(a)).containsEntry(QUEUE, 1L);
        assertThat(waiting(b)).containsEntry(QUEUE, 1L);

        look();

        assertThat(waiting(a)).isEmpty();
        assertThat(arrivedAtB(1)).containsExactly("1");
    }

    @Test
    void goesOnOnceAlthoughItsSenderRepeatedItAtTheOtherBroker() throws Exception {
        Outgoing same = Texts.to(Queues.intake("x"), "1");
        a.broker().send(new Outbox().send(same));
        b.broker().send(new Outbox().send(same));
        look();
        try (var hop = b.broker().consume(Queues.intake("x"), 1, r -> new Outbox().send(inGroup(Texts.of(r))))) {
            await().atMost(PATIENCE).until(() -> waiting(b).equals(Map.of(QUEUE, 1L)));
        }
    }

    @Test
    void comesBackWhenTheHubIsBackAtTheFirstBroker() throws Exception {
        a.broker().send(new Outbox().send(inGroup("1")));
        for (int round = 0; round < 3; round++) {
            look(b);
            assertThat(waiting(a)).isEmpty();
            assertThat(waiting(b)).isEqualTo(Map.of(QUEUE, 1L));
            look(a);
            assertThat(waiting(a)).isEqualTo(Map.of(QUEUE, 1L));
            assertThat(waiting(b)).isEmpty();
        }
    }

    @Test
    void largeMessageComesWhole() throws Exception {
        byte[] large = new byte[300_000];
        large[large.length - 1] = 7;
        try (Connection connection = a.connections().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            BytesMessage wire = session.createBytesMessage();
            wire.writeBytes(large);
            session.createProducer(ActiveMQJMSClient.createQueue(QUEUE)).send(wire);
        }
        look();
        try (Connection connection = b.connections().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            BytesMessage wire = (BytesMessage)
                    session.createConsumer(ActiveMQJMSClient.createQueue(QUEUE)).receive(PATIENCE.toMillis());
            byte[] came = new byte[(int) wire.getBodyLength()];
            wire.readBytes(came);
            assertThat(came).isEqualTo(large);
        }
    }

    @Test
    void casesThatWaitForAPersonComeAndStandingOrdersStay() throws Exception {
        Shelf.Label label = new Shelf.Label("case", 1);
        Envelope envelope = Envelope.builder("1", "journey", Instant.EPOCH)
                .service("leistung")
                .build();
        Message message = new Message(envelope, new byte[] {1});
        a.broker().send(new Outbox().send(Outgoing.shelved(Queues.clearing("amt"), message, label)));
        new StandingOrders(a.broker()).give("y", new StandingOrders.Order(false, "somebody", Instant.EPOCH));

        look();

        assertThat(waiting(a)).isEqualTo(Map.of(Queues.ORDERS, 1L));
        assertThat(b.broker().shelf().take(Queues.clearing("amt"), label, taken -> new Outbox()))
                .isEqualTo(Shelf.Outcome.DONE);
    }

    @Test
    void stayWhereAHubNodeIsConnected() throws Exception {
        try (BrokerLease lease = BrokerLease.start(a.link(), "polling")) {
            await().atMost(PATIENCE).until(lease::held);
            a.broker().send(new Outbox().send(inGroup("1")));
            look();
            assertThat(waiting(a)).containsEntry(QUEUE, 1L);
        }
    }

    @Test
    void nothingMovesFromABrokerToItself() throws Exception {
        b.broker().send(new Outbox().send(inGroup("1")));
        try (ActiveMQConnectionFactory itself = factory(cluster.second())) {
            new Stragglers(b.link(), List.of(itself, itself)).look();
        }
        assertThat(waiting(b)).isEqualTo(Map.of(QUEUE, 1L));
        assertThat(arrivedAtB(1)).containsExactly("1");
    }

    @Test
    void areFetchedAsSoonAsTheirBrokerIsBack() throws Exception {
        sendMany();
        cluster.first().kill();
        try (ActiveMQConnectionFactory one = factory(cluster.first());
                ActiveMQConnectionFactory other = factory(cluster.second());
                Stragglers ignored = Stragglers.watch(b.link(), List.of(one, other))) {
            cluster.first().start();
            assertThat(arrivedAtB(MANY)).hasSize(MANY);
        }
    }

    private static Outgoing inGroup(String text) {
        return new Outgoing(QUEUE, Texts.to(QUEUE, text).message(), text, "journey");
    }

    private void sendMany() {
        for (int i = 0; i < MANY; i++) {
            a.broker().send(new Outbox().send(inGroup(String.valueOf(i))));
        }
    }

    private void look() {
        look(b);
    }

    private void look(HubNode node) {
        try (ActiveMQConnectionFactory one = factory(cluster.first());
                ActiveMQConnectionFactory other = factory(cluster.second())) {
            new Stragglers(node.link(), List.of(one, other)).look();
        }
    }

    private static ActiveMQConnectionFactory factory(ArtemisServer server) {
        var factory = new ActiveMQConnectionFactory(server.url(), ArtemisServer.USER, ArtemisServer.PASSWORD);
        ClientSettings.apply(factory, HubNode.PROPERTIES);
        return factory;
    }

    private void moveWithoutCommitAtTheSource() throws Exception {
        try (ActiveMQConnectionFactory factory = factory(cluster.first());
                Connection connection = factory.createConnection();
                Session source = connection.createSession(true, Session.SESSION_TRANSACTED);
                QueueBrowser first = source.createBrowser(ActiveMQJMSClient.createQueue(QUEUE));
                Session target = b.broker().session()) {
            connection.start();
            BytesMessage wire = (BytesMessage) first.getEnumeration().nextElement();
            Stamp.move(
                    target,
                    target.createProducer(null),
                    ActiveMQJMSClient.createQueue(QUEUE),
                    wire,
                    Abandoned.at(connection).broker());
            target.commit();
        }
    }

    private static Map<String, Long> waiting(HubNode node) {
        return new Backlog(node.link()).waiting();
    }

    /** Everything that arrives at b until so many are there and for a while longer. */
    private List<String> arrivedAtB(int count) throws Exception {
        List<String> arrived = new CopyOnWriteArrayList<>();
        try (var ignored = b.broker().consume(QUEUE, 1, received -> {
            arrived.add(Texts.of(received));
            return new Outbox();
        })) {
            await().atMost(PATIENCE).during(A_WHILE).until(() -> arrived.size() >= count);
        }
        return List.copyOf(arrived);
    }
}
