package org.stadtbus.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalDatabase;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalListener;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.pressure.Gate;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;

/** A message id that is used again: real broker, real database, real projector. */
class ReusedMessageIdTest {
    private static final String PROCEDURE = "bauantraege";
    private static final String MESSAGE_ID = "0201-1";
    private static final String HUB_ID = Ids.derived(PROCEDURE, MESSAGE_ID);
    private static final String QUEUE = Queues.answers(PROCEDURE);

    @TempDir
    Path folder;

    private final Standards standards = mock(Standards.class);
    private final Catalogue catalogue = mock(Catalogue.class);
    private JournalDatabase journal;
    private TestBroker broker;
    private JournalListener projection;

    @BeforeEach
    void start() throws Exception {
        Connection connection = mock(Connection.class);
        when(connection.standard()).thenReturn(Optional.of("xbau-2.6"));
        Procedure procedure = mock(Procedure.class);
        when(procedure.id()).thenReturn(PROCEDURE);
        when(procedure.connection()).thenReturn(Optional.of(connection));
        when(catalogue.require(PROCEDURE)).thenReturn(procedure);
        when(standards.header(any(), any()))
                .thenReturn(new MessageHeader(
                        Optional.empty(),
                        Optional.of(MESSAGE_ID),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
        journal = JournalDatabase.h2(folder.resolve("projection"));
        open();
    }

    private void open() throws Exception {
        broker = TestBroker.start(folder.resolve("broker"));
        projection = new JournalListener(broker.connections(), Queues.JOURNAL, journal.projector(), new JournalCodec());
        projection.start();
    }

    @AfterEach
    void stop() throws Exception {
        projection.stop();
        broker.close();
    }

    private String takeIn(String text) {
        return new AnswerIntake(
                        broker.broker(),
                        catalogue,
                        standards,
                        journal.queries(),
                        new IntakeProperties(
                                false, DataSize.ofKilobytes(1), DataSize.ofKilobytes(1), DataSize.ofKilobytes(1)),
                        Gate.open(),
                        Clock.systemUTC())
                .takeIn(Incoming.xml(PROCEDURE, "a.xml", text.getBytes(UTF_8)));
    }

    private RefusedAnswer refused(String text) {
        return catchThrowableOfType(RefusedAnswer.class, () -> takeIn(text));
    }

    private void projected() {
        await().until(() -> broker.waiting(Queues.JOURNAL) == 0);
    }

    @Test
    void sameContentIsARepetitionThatIsAcknowledged() throws Exception {
        String id = takeIn("<eins/>");

        assertThat(takeIn("<eins/>")).isEqualTo(id);

        broker.assertWaiting(QUEUE, 1);
        broker.assertWaiting(Queues.JOURNAL, 0);
        assertThat(journal.queries().journeys(JournalQueries.Filter.all(), 10)).isEmpty();
    }

    @Test
    void otherContentIsRefusedAndKeptAndTheFirstMessageStays() throws Exception {
        takeIn("<eins/>");

        RefusedAnswer refused = refused("<zwei/>");

        assertThat(refused.problemCode()).isEqualTo("message-id-reused");
        assertThat(refused.kind()).isEqualTo(FailureKind.REJECTED);
        assertThat(refused.message().payload()).asString(UTF_8).isEqualTo("<zwei/>");
        broker.assertWaiting(QUEUE, 1);
        projected();
        assertThat(journal.queries().steps(refused.journeyId())).singleElement().satisfies(step -> {
            assertThat(step.type()).isEqualTo(EventType.REJECTED);
            assertThat(step.sentence()).contains("neuer Kennung");
            assertThat(step.payload()).isNotNull().satisfies(kept -> assertThat(kept.sha256())
                    .isEqualTo(Ids.sha256("<zwei/>".getBytes(UTF_8))));
        });
    }

    @Test
    void repeatedRefusalIsTheSameOne() {
        takeIn("<eins/>");
        String journey = refused("<zwei/>").journeyId();

        assertThat(refused("<zwei/>").journeyId()).isEqualTo(journey);
        assertThat(refused("<drei/>").journeyId()).isNotEqualTo(journey);
        projected();
        assertThat(journal.queries().steps(journey)).extracting(Step::type).containsExactly(EventType.REJECTED);
    }

    @Test
    void bothHoldAfterARestartOfTheBroker() throws Exception {
        String id = takeIn("<eins/>");
        stop();
        open();

        assertThat(takeIn("<eins/>")).isEqualTo(id);
        assertThat(refused("<zwei/>").problemCode()).isEqualTo("message-id-reused");
        broker.assertWaiting(QUEUE, 1);
    }

    @Test
    void whatTheBrokerNotesNoLongerTheJournalStillKnows() throws Exception {
        withoutNote("<eins/>");
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> takeIn("<zwei/>"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT));

        journalled("<eins/>");
        projected();

        assertThat(takeIn("<eins/>")).isEqualTo(HUB_ID);
        assertThat(refused("<zwei/>").problemCode()).isEqualTo("message-id-reused");
        broker.assertWaiting(QUEUE, 1);
    }

    @Test
    void correctionOfARefusedAnswerMayKeepItsId() {
        takeIn("<eins/>");
        journalled(EventType.REJECTED, "<eins/>");
        projected();

        assertThat(takeIn("<zwei/>")).isNotEqualTo(HUB_ID);
        await().until(() -> broker.waiting(QUEUE) == 2);
    }

    private void withoutNote(String text) {
        Message message = new Message(envelope(), text.getBytes(UTF_8));
        broker.broker().send(new Outbox().send(new Outgoing(QUEUE, message, HUB_ID, "")));
    }

    private void journalled(String text) {
        journalled(EventType.ANSWERED, text);
    }

    private void journalled(EventType type, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        JournalEvent.PayloadRef payload =
                new JournalEvent.PayloadRef(Ids.sha256(bytes), bytes.length, "application/xml", "a.xml");
        broker.broker()
                .send(new Outbox()
                        .journal(
                                new JournalEvent(
                                        UUID.randomUUID().toString(),
                                        type,
                                        Instant.now(),
                                        PROCEDURE,
                                        "Antwort.",
                                        null,
                                        envelope(),
                                        payload),
                                bytes));
    }

    private static Envelope envelope() {
        return Envelope.builder(HUB_ID, HUB_ID, Instant.EPOCH)
                .extension("xml")
                .channel(PROCEDURE)
                .build();
    }
}
