package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Filter;

class JournalListenerTest {
    private static final String QUEUE = "journal";
    private static final Instant MORNING = Instant.parse("2026-11-24T07:00:00Z");

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://76");
    private final JournalDatabase db;
    private final JournalCodec codec = new JournalCodec();
    private final JournalListener listener;

    JournalListenerTest(@TempDir Path folder) throws Exception {
        Configuration settings = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", "vm://76");
        broker.setConfiguration(settings);
        broker.start();
        db = JournalDatabase.h2(folder);
        listener = new JournalListener(connections, QUEUE, db.projector(), codec);
    }

    @AfterEach
    void stop() throws Exception {
        listener.stop();
        connections.close();
        broker.stop();
    }

    private void send(List<ReceivedEvent> events) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            // one step has several events: three a message
            for (int i = 0; i < events.size(); i += 3) {
                send(session, events.subList(i, Math.min(events.size(), i + 3)));
            }
            session.commit();
        }
    }

    private void send(Session session, List<ReceivedEvent> step) throws JMSException {
        List<JournalWire.Line> lines = step.stream()
                .map(received -> new JournalWire.Line(codec.write(received.event()), received.inlinePayload()))
                .toList();
        session.createProducer(session.createQueue(QUEUE)).send(JournalWire.write(session, lines));
    }

    private List<ReceivedEvent> arrivals(int count) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Events.journey("99012018001000", "A-" + i, MORNING)
                    .event(
                            EventType.RECEIVED,
                            "form",
                            "rest",
                            "Eingegangen.",
                            JourneyState.RECEIVED,
                            ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }

    private void awaitJourneys(int count) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> db.queries().journeys(Filter.all(), 500).size() == count);
    }

    @Test
    void everythingOnTheQueueIsProjectedWithItsPayload() throws JMSException {
        List<ReceivedEvent> events = arrivals(450);
        send(events);

        listener.start();

        awaitJourneys(450);
        assertThat(events).allSatisfy(e -> {
            JournalEvent.PayloadRef payload = Objects.requireNonNull(e.event().payload());
            assertThat(db.vault().holds(payload.sha256())).isTrue();
        });
    }

    @Test
    void whileTheDatabaseIsAwayEventsWaitAndAreProjectedOnceItIsBack() throws JMSException {
        db.jdbc().sql("alter table journal_head rename to away").update();
        listener.start();
        send(arrivals(3));
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(db.queries().journeys(Filter.all(), 10)).isEmpty();

        db.jdbc().sql("alter table away rename to journal_head").update();

        awaitJourneys(3);
        assertThat(db.verifier().verify()).isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }

    @Test
    void brokerThatWentAwayAndCameBackIsListenedToAgain() throws Exception {
        listener.start();
        send(arrivals(3));
        awaitJourneys(3);
        broker.stop();
        broker.start();
        send(arrivals(5));

        // a connection opened in the middle of a shutdown waits for its answer as long as the client's call time-out,
        // 30 s
        await().atMost(Duration.ofSeconds(90))
                .until(() -> db.queries().journeys(Filter.all(), 500).size() == 8);
    }

    @Test
    void stoppingInTheMiddleOfAnOutageEndsAtOnceAndLosesNothing() throws JMSException {
        db.jdbc().sql("alter table journal_head rename to away").update();
        listener.start();
        send(arrivals(3));

        listener.stop();
        assertThat(listener.isRunning()).isFalse();
        db.jdbc().sql("alter table away rename to journal_head").update();
        listener.start();

        awaitJourneys(3);
    }

    @Test
    void somethingUnreadableIsPutAsideAndHoldsUpNothing() throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            BytesMessage wire = session.createBytesMessage();
            wire.setStringProperty(JournalWire.EVENTS, "{");
            session.createProducer(session.createQueue(QUEUE)).send(wire);
        }
        send(arrivals(2));

        listener.start();

        awaitJourneys(2);
        assertThat(aside().getStringProperty(JournalWire.EVENTS)).isEqualTo("{");
    }

    @Test
    void aMessageThatPromisesMoreThanItHoldsIsPutAsideWhole() throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            BytesMessage wire = JournalWire.write(
                    session,
                    List.of(new JournalWire.Line(codec.write(arrivals(1).get(0).event()), null)));
            wire.setIntProperty("parts", 1);
            session.createProducer(session.createQueue(QUEUE)).send(wire);
        }
        send(arrivals(3).subList(1, 3));

        listener.start();

        awaitJourneys(2);
        assertThat(aside().getStringProperty(JournalWire.EVENTS)).contains("A-0");
    }

    @Test
    void aJourneyIsToldOfAnEventOfANewerRelease() throws JMSException {
        List<ReceivedEvent> events = arrivals(1);
        send(events);
        JournalEvent known = events.get(0).event();
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            String newer = codec.write(known).replace("RECEIVED", "BEAMED").replace(known.eventId(), "newer");
            session.createProducer(session.createQueue(QUEUE))
                    .send(JournalWire.write(session, List.of(new JournalWire.Line(newer, null))));
        }

        listener.start();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        db.queries().steps(known.envelope().journeyId()))
                .extracting(JournalQueries.Step::type)
                .contains(EventType.RECEIVED, EventType.GAP));
        assertThat(aside().getStringProperty(JournalWire.EVENTS)).contains("BEAMED");
    }

    @Test
    void anEventTheDatabaseCanNeverTakeIsPutAsideAndHoldsUpNothing() throws JMSException {
        List<ReceivedEvent> events = arrivals(3);
        db.jdbc()
                .sql("alter table journey add constraint no_a_1 check (external_reference <> 'A-1')")
                .update();
        send(events);

        listener.start();

        awaitJourneys(2);
        assertThat(aside().getStringProperty(JournalWire.EVENTS))
                .contains("A-1")
                .doesNotContain("A-0", "A-2");
        JournalEvent refused = events.get(1).event();
        await("its journey is told").untilAsserted(() -> assertThat(
                        db.queries().steps(refused.envelope().journeyId()))
                .extracting(JournalQueries.Step::sentence)
                .singleElement()
                .asString()
                .contains(refused.eventId()));
        assertThat(db.verifier().verify()).isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }

    @Test
    void anErrorEndsNeitherTheListenerNorTheJournal() throws JMSException {
        AtomicInteger errors = new AtomicInteger();
        Projector failing =
                JournalDatabase.projector(db.dataSource(), db.vault(), db.keys(), List.of(), List.of(event -> {
                    if (errors.incrementAndGet() == 1) {
                        throw new StackOverflowError();
                    }
                }));
        JournalListener hit = new JournalListener(connections, QUEUE, failing, codec);
        hit.start();
        send(arrivals(1));
        await().until(() -> errors.get() == 1);

        send(arrivals(2));

        await().until(() -> errors.get() == 3);
        hit.stop();
    }

    private Message aside() throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE + ".unreadable"));
            Message message = consumer.receive(10_000);
            assertThat(message).isNotNull();
            return message;
        }
    }
}
