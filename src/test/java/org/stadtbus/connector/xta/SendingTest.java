package org.stadtbus.connector.xta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.envelope.ReportedFailure;
import org.stadtbus.intake.Incoming;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Refuses;

/** A message reaches its reader once, whatever answer was lost. */
class SendingTest {
    private static final byte[] PAYLOAD = "<antrag name='J\u030c\u0331'/>".getBytes(UTF_8);
    private static final byte[] PLAN = {0, 1, -1, 13, 10};

    @TempDir
    Path folder;

    private XtaStand stand;
    private Message message;

    @BeforeEach
    void start() throws Exception {
        stand = new XtaStand(folder);
        message = stand.message(UUID.randomUUID().toString(), PAYLOAD, PLAN);
    }

    @AfterEach
    void stop() throws Exception {
        stand.close();
    }

    private Sending.Receipt send() throws Exception {
        return stand.sending(stand.account(), stand.authority.valid("hub")).send(XtaStand.PROCEDURE, message);
    }

    @Test
    void messageAndAttachmentArriveByteForByteAndTheReportIsKept() throws Exception {
        Sending.Receipt receipt = send();
        assertThat(receipt.text()).contains("Status grün");
        assertThat(receipt.report()).asString(UTF_8).contains("TransportReport", "psw:anderswo");
        Incoming arrived = stand.arrived();
        assertThat(arrived.bytes()).isEqualTo(PAYLOAD);
        assertThat(arrived.attachments()).singleElement().satisfies(plan -> {
            assertThat(stand.vault.open(plan.sha256()).readAllBytes()).isEqualTo(PLAN);
            assertThat(plan.filename()).isEqualTo("Plan äöü.pdf");
        });
    }

    @Test
    void redReportIsGivenOnAsItIs() throws Exception {
        stand.office.report(3);
        ReportedFailure red = catchThrowableOfType(ReportedFailure.class, this::send);
        assertThat(red.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(red.report()).asString(UTF_8).contains("TransportReport", ">3<");
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.REPLAYED)
    void lostAnswerLeadsToNoSecondMessage() throws Exception {
        stand.office.fault(new Fault.HangUp());
        assertThat(catchThrowableOfType(HubException.class, this::send).kind()).isEqualTo(FailureKind.TRANSIENT);
        stand.office.fault(new Fault.None());
        assertThat(send().text()).contains("Status grün");
        assertThat(stand.office.sent()).hasSize(1);
    }

    @Test
    void idThatWasNotedBeforeACrashIsUsed() throws Exception {
        String id = "urn:de:xta:messageid:sandbox:vor-dem-absturz";
        stand.notes().write("xta-" + XtaStand.PROCEDURE, message.envelope().messageId(), id);
        send();
        assertThat(stand.office.sent()).containsExactly("vor-dem-absturz");
    }

    @Test
    void replayIsAMessageOfItsOwn() throws Exception {
        send();
        message = new Message(message.envelope().replayed(), message.payload());
        send();
        assertThat(stand.office.sent()).hasSize(2);
    }

    @Test
    void providerInTroubleOrAwayIsTriedAgain() throws Exception {
        stand.office.fault(new Fault.Error(500));
        assertThat(catchThrowableOfType(HubException.class, this::send).problemCode())
                .isEqualTo("xta-technical-problem");
        stand.office.fault(new Fault.Down());
        HubException down = catchThrowableOfType(HubException.class, this::send);
        assertThat(down.problemCode()).isEqualTo("xta-unreachable");
        assertThat(down.kind()).isEqualTo(FailureKind.TRANSIENT);
        stand.office.fault(new Fault.None());
        send();
        assertThat(stand.office.sent()).hasSize(1);
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.EXPIRED_CERTIFICATE)
    void withAnExpiredCertificateNothingIsSent() throws Exception {
        Sending expired = stand.sending(stand.account(), stand.authority.expired("abgelaufen"));
        assertThat(catchException(() -> expired.send(XtaStand.PROCEDURE, message)))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT));
        assertThat(stand.office.sent()).isEmpty();
    }
}
