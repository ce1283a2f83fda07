package org.stadtbus.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.pressure.Gate;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;
import org.stadtbus.testkit.Refuses;

/** What is refused before it is put on a queue is journalled, and as one event however often it comes. */
class AnswerIntakeTest {
    private static final String PROCEDURE = "bauantraege";

    private final Broker broker = mock(Broker.class);
    private final Standards standards = mock(Standards.class);
    private final Catalogue catalogue = mock(Catalogue.class);
    private final AnswerIntake intake = new AnswerIntake(
            broker,
            catalogue,
            standards,
            mock(JournalQueries.class),
            new IntakeProperties(false, DataSize.ofKilobytes(1), DataSize.ofKilobytes(1), DataSize.ofKilobytes(1)),
            Gate.open(),
            Clock.systemUTC());

    @BeforeEach
    void knowsTheProcedure() {
        Connection connection = mock(Connection.class);
        when(connection.standard()).thenReturn(Optional.of("xbau-2.6"));
        Procedure procedure = mock(Procedure.class);
        when(procedure.id()).thenReturn(PROCEDURE);
        when(procedure.connection()).thenReturn(Optional.of(connection));
        when(catalogue.require(PROCEDURE)).thenReturn(procedure);
    }

    private RefusedAnswer refused(byte[] bytes) {
        return catchThrowableOfType(RefusedAnswer.class, () -> intake.takeIn(Incoming.xml(PROCEDURE, "a.xml", bytes)));
    }

    private List<JournalEvent> journalled(int sends) {
        ArgumentCaptor<Outbox> sent = ArgumentCaptor.forClass(Outbox.class);
        verify(broker, times(sends)).send(sent.capture());
        assertThat(sent.getAllValues())
                .allSatisfy(outbox -> assertThat(outbox.messages()).isEmpty());
        return sent.getAllValues().stream()
                .flatMap(outbox -> outbox.events().stream())
                .map(Outbox.Announcement::event)
                .toList();
    }

    @Test
    void anEmptyAnswerIsJournalledOnceAndPutOnNoQueue() {
        assertThat(refused(new byte[0]).problemCode()).isEqualTo("empty");
        assertThat(refused(new byte[0]).journeyId())
                .isEqualTo(refused(new byte[0]).journeyId());
        List<JournalEvent> events = journalled(3);
        assertThat(events)
                .extracting(JournalEvent::eventId)
                .containsOnly(events.get(0).eventId());
        assertThat(events.get(0).type()).isEqualTo(EventType.REJECTED);
        assertThat(events.get(0).state()).isEqualTo(JourneyState.REJECTED);
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.OVERSIZED)
    @Refuses(connector = "mqtt", value = BadInput.OVERSIZED)
    void anAnswerAboveTheLimitIsJournalled() {
        assertThat(refused(new byte[1025]).problemCode()).isEqualTo("too-large");
        assertThat(journalled(1)).hasSize(1);
        assertThat(intake.refuseUnread(PROCEDURE, "b.xml", 5000).problemCode()).isEqualTo("too-large");
        assertThat(journalled(2)).extracting(JournalEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void whatAWaitingSenderCannotHaveReadIsJournalled() {
        when(standards.validate(any(), any()))
                .thenThrow(HubException.rejected("dtd-forbidden", "Die Nachricht enthält eine DTD."));
        assertThatThrownBy(() -> intake.takeInChecked(Incoming.xml(PROCEDURE, "k", "<!DOCTYPE x>".getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        RefusedAnswer.class, e -> assertThat(e.problemCode()).isEqualTo("dtd-forbidden"));
        assertThat(journalled(1)).singleElement().satisfies(event -> assertThat(event.sentence())
                .contains("DTD"));
    }

    @Test
    void answersOfOneCaseGoInOneGroup() {
        String formalCheck = group(List.of("fall-7"), Optional.of("0201"));
        assertThat(formalCheck).isNotEmpty().isEqualTo(group(List.of("fall-7"), Optional.of("0205")));
        assertThat(group(List.of("fall-8"), Optional.of("0201"))).isNotEqualTo(formalCheck);
    }

    private String group(List<String> cases, Optional<String> messageId) {
        when(standards.header(any(), any()))
                .thenReturn(new MessageHeader(
                        Optional.empty(),
                        messageId,
                        List.of("frage"),
                        cases,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
        when(broker.send(any())).thenReturn(true);
        intake.takeIn(Incoming.xml(PROCEDURE, "a.xml", "<x/>".getBytes(UTF_8)));
        ArgumentCaptor<Outbox> sent = ArgumentCaptor.forClass(Outbox.class);
        verify(broker, atLeastOnce()).send(sent.capture());
        return sent.getValue().messages().get(0).group();
    }

    @Test
    void twoEqualMessagesOfATransportWithIdsAreTwo() {
        when(standards.header(any(), any())).thenReturn(MessageHeader.none());
        assertThat(id("1", List.of())).isEqualTo(id("1", List.of())).isNotEqualTo(id("2", List.of()));
    }

    @Test
    @Refuses(connector = "datei", value = BadInput.REPLAYED)
    @Refuses(connector = "ftps", value = BadInput.REPLAYED)
    void otherContentUnderAUsedKeyIsNotDroppedAsARepetition() {
        when(standards.header(any(), any())).thenReturn(MessageHeader.none());
        assertThat(id("1", List.of(file("aa"))))
                .isEqualTo(id("1", List.of(file("aa"))))
                .isNotEqualTo(id("1", List.of(file("bb"))));
    }

    @Test
    void sameBytesWithOtherFilesAreAnotherMessage() {
        when(standards.header(any(), any())).thenReturn(MessageHeader.none());
        assertThat(id("", List.of(file("aa"))))
                .isEqualTo(id("", List.of(file("aa"))))
                .isNotEqualTo(id("", List.of(file("bb"))))
                .isNotEqualTo(id("", List.of()));
    }

    private String id(String duplicateKey, List<Attachment> files) {
        when(broker.send(any())).thenReturn(true);
        return intake.takeIn(
                new Incoming(PROCEDURE, "a", duplicateKey, "text/plain", "txt", "gleich".getBytes(UTF_8), files));
    }

    private static Attachment file(String sha256) {
        return new Attachment("1", "plan.pdf", "application/pdf", "", 1, sha256);
    }

    @Test
    void whatTheHubItselfLacksIsNobodysRefusal() {
        when(standards.validate(any(), any())).thenThrow(HubException.permanent("standard-broken", "Kaputt."));
        assertThatThrownBy(() -> intake.takeInChecked(Incoming.xml(PROCEDURE, "k", "<x/>".getBytes(UTF_8))))
                .isNotInstanceOf(RefusedAnswer.class);
        verify(broker, never()).send(any());
    }
}
