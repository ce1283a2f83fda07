package org.stadtbus.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.intake.Originals;
import org.stadtbus.intake.RefusedAnswer;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What a source found is taken, refused with word to the procedure, or left for another look. */
class TakeInStepTest {
    private static final String PROCEDURE = "bauantraege";
    private static final long LIMIT = 100;

    private final AnswerIntake intake = mock(AnswerIntake.class);
    private final Broker broker = mock(Broker.class);
    private final AnswerRejection rejection = mock(AnswerRejection.class);
    private final MemoryVault vault = new MemoryVault();
    private final TakeInStep step = new TakeInStep(intake, broker, rejections(), new Originals(vault), PROCEDURE);
    private final RefusedAnswer refused = mock(RefusedAnswer.class);

    private AnswerRejections rejections() {
        AnswerRejections rejections = new AnswerRejections();
        rejections.put(PROCEDURE, rejection);
        return rejections;
    }

    @BeforeEach
    void limited() {
        when(refused.message()).thenReturn(new Message(mock(Envelope.class), "<x/>".getBytes(UTF_8)));
        when(intake.maxAnswer()).thenReturn(LIMIT);
        when(intake.refuseUnread(any(), any(), anyLong())).thenReturn(refused);
        when(rejection.message(any(), any(), any()))
                .thenReturn(new Outgoing("out.bauantraege", new Message(mock(Envelope.class), new byte[0]), "1", ""));
    }

    private static Exchange file(String text, long announced) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getIn().setBody(new ByteArrayInputStream(text.getBytes(UTF_8)));
        exchange.getIn().setHeader("StadtbusExternalReference", "a.xml");
        exchange.getIn().setHeader(Exchange.FILE_LENGTH, announced);
        return exchange;
    }

    @Test
    void aWholeFileIsTakenIn() throws Exception {
        step.perform(file("<x/>", 4));
        Incoming taken = taken();
        assertThat(taken)
                .usingRecursiveComparison()
                .isEqualTo(Incoming.xml(PROCEDURE, "a.xml", "<x/>".getBytes(UTF_8)));
        verify(broker, never()).send(any());
    }

    @Test
    void whatTheSourceCouldNotReadIsRefusedWithItsReason() {
        HubException why = HubException.rejected("mail-unreadable", "Die Mail ist nicht lesbar.");
        when(intake.refuseUnread(any(Incoming.class), any())).thenReturn(refused);
        Exchange mail = file("", 0);
        mail.setProperty("stadtbus.unreadable", why);
        assertThatThrownBy(() -> step.perform(mail)).isSameAs(refused);
        verify(intake).refuseUnread(any(Incoming.class), org.mockito.ArgumentMatchers.same(why));
        verify(intake, never()).takeIn(any());
    }

    @Test
    void whatTheSourceSaysOfItsMessageGoesAlong() throws Exception {
        Attachment plan = new Attachment("1", "plan.pdf", "application/pdf", "", 1, "aa");
        Exchange mail = file("Guten Tag", 9);
        mail.getIn().setHeader("StadtbusDuplicateKey", "<1@post>");
        mail.getIn().setHeader("StadtbusContentType", "text/plain");
        mail.getIn().setHeader("StadtbusExtension", "txt");
        mail.setProperty("stadtbus.attachments", new Attachment[] {plan});
        step.perform(mail);
        assertThat(taken())
                .usingRecursiveComparison()
                .isEqualTo(new Incoming(
                        PROCEDURE,
                        "a.xml",
                        "<1@post>",
                        "text/plain",
                        "txt",
                        "Guten Tag".getBytes(UTF_8),
                        List.of(plan)));
    }

    @Test
    void whereOnlyTheSourceShowsARefusalTheMessageIsCheckedBeforeItIsTakenIn() {
        when(intake.takeInChecked(any())).thenThrow(refused);
        Exchange file = file("<x/>", 4);
        file.getIn().setHeader("StadtbusChecked", "true");
        assertThatThrownBy(() -> step.perform(file)).isSameAs(refused);
        verify(intake, never()).takeIn(any());
    }

    private Incoming taken() {
        ArgumentCaptor<Incoming> taken = ArgumentCaptor.forClass(Incoming.class);
        verify(intake).takeIn(taken.capture());
        return taken.getValue();
    }

    @Test
    @Refuses(connector = "datei", value = BadInput.OVERSIZED)
    @Refuses(connector = "ftps", value = BadInput.OVERSIZED)
    @Refuses(connector = "sftp", value = BadInput.OVERSIZED)
    void aFileThatIsTooLargeIsRefusedUnreadAndTheProcedureIsTold() {
        assertThatThrownBy(() -> step.perform(file("", LIMIT + 1))).isSameAs(refused);
        verify(intake, never()).takeIn(any());
        verify(rejection, times(1)).message(org.mockito.ArgumentMatchers.eq(refused.message()), any(), any());
        verify(broker, times(1)).send(any());
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.OVERSIZED)
    @Refuses(connector = "mqtt", value = BadInput.OVERSIZED)
    void whatIsTooLargeIsKeptWithItsRefusalWhereTheSourceForgetsIt() {
        String oversized = "x".repeat((int) LIMIT * 3);
        ArgumentCaptor<Incoming> kept = ArgumentCaptor.forClass(Incoming.class);
        HubException tooLarge = HubException.rejected("too-large", "Die Nachricht ist zu groß.");
        when(intake.tooLarge()).thenReturn(tooLarge);
        when(intake.refuseUnread(kept.capture(), org.mockito.ArgumentMatchers.same(tooLarge)))
                .thenReturn(refused);
        Exchange letter = file(oversized, 0);
        letter.getIn().removeHeader(Exchange.FILE_LENGTH);

        assertThatThrownBy(() -> step.perform(letter)).isSameAs(refused);
        assertThat(kept.getValue().bytes()).isEmpty();
        assertThat(kept.getValue().attachments())
                .singleElement()
                .satisfies(file -> assertThat(vault.open(file.sha256())).hasContent(oversized));
        assertThat(vault.drawers()).containsExactly(PROCEDURE);
        verify(intake, never()).takeIn(any());
    }

    @Test
    void whatCannotBeKeptIsLeftAtTheSource() {
        HubException full = HubException.temporary("vault-full", "Der Tresor ist voll.", new java.io.IOException());
        TakeInStep beforeAFullVault = new TakeInStep(
                intake,
                broker,
                rejections(),
                new Originals(mock(Vault.class, call -> {
                    throw full;
                })),
                PROCEDURE);
        Exchange letter = file("x".repeat((int) LIMIT + 1), 0);
        letter.getIn().removeHeader(Exchange.FILE_LENGTH);

        assertThatThrownBy(() -> beforeAFullVault.perform(letter)).isSameAs(full);
        verify(intake, never()).refuseUnread(any(Incoming.class), any());
    }

    @Test
    void aFileThatComesShortIsLeftForAnotherLook() {
        assertThatThrownBy(() -> step.perform(file("<x", 4)))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT));
        verify(intake, never()).takeIn(any());
    }

    @Test
    void aRejectionThatCannotBeMadeDoesNotKeepTheFileThere() {
        when(rejection.message(any(), any(), any())).thenThrow(HubException.permanent("x", "Geht nicht."));
        assertThatThrownBy(() -> step.perform(file("", LIMIT + 1))).isSameAs(refused);
    }
}
