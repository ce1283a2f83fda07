package org.stadtbus.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.Incoming;
import org.stadtbus.sandbox.soap.Trouble;
import org.stadtbus.testkit.Refuses;

/** What the connector promises, against a CXF server that keeps a vendor's contract, over TLS. */
@SuppressWarnings("NullAway.Init")
class SoapSinkTest {
    private static final String ANSWER =
            "<m:Eingang xmlns:m='urn:hersteller:meldung'><m:Nummer>4711</m:Nummer></m:Eingang>";

    @TempDir
    Path folder;

    private SoapStand stand;

    private void begin(String port) throws Exception {
        stand = new SoapStand(folder, port, ANSWER);
    }

    @AfterEach
    void end() throws Exception {
        stand.close();
    }

    private Exchange send(Message message) {
        return stand.send(message, Map.of());
    }

    private Exchange send(Message message, String property, String value) {
        return stand.send(message, Map.of(property, value));
    }

    private static HubException failure(Exchange done) {
        assertThat(done.getException()).isInstanceOf(HubException.class);
        return (HubException) done.getException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port11", "Port12"})
    void aMessageIsOneCallThatKeepsTheContract(String port) throws Exception {
        begin(port);
        Message message = SoapStand.message();
        Exchange done = send(message);
        assertThat(done.getException()).isNull();
        assertThat(stand.office.calls()).singleElement().satisfies(call -> {
            assertThat(call.messageId())
                    .isEqualTo("urn:uuid:" + message.envelope().messageId());
            assertThat(call.action()).isEqualTo(SoapStand.ACTION);
            assertThat(call.document()).contains("LG-Ł 1");
        });
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class)).isEqualTo("SOAP, mit Antwort");
        assertThat(new String(done.getProperty("stadtbus.receipt", byte[].class), UTF_8))
                .contains("4711");
        verify(stand.intake, never()).takeIn(any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port11", "Port12"})
    void aRefusedMessageNeedsAPersonAndNamesNobody(String port) throws Exception {
        begin(port);
        stand.office.trouble(new Trouble.Refuses());
        HubException failure = failure(send(SoapStand.message()));
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.problemCode()).matches("soap-fault-(client|sender)");
        assertThat(failure.sentence()).doesNotContain("Mustermann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port11", "Port12"})
    void troubleAtTheServiceIsTriedAgain(String port) throws Exception {
        begin(port);
        stand.office.trouble(new Trouble.Fails());
        HubException failure = failure(send(SoapStand.message()));
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failure.problemCode()).matches("soap-fault-(server|receiver)");
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.MALFORMED)
    void whatBreaksTheContractIsRefusedByTheService() throws Exception {
        begin("Port11");
        HubException failure = failure(send(SoapStand.message("<m:Meldung xmlns:m='urn:hersteller:meldung'/>")));
        assertThat(failure.problemCode()).startsWith("soap-fault-");
        assertThat(stand.office.taken()).isZero();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.REPLAYED)
    void afterALostAnswerTheSameMessageIdComesAgain() throws Exception {
        begin("Port11");
        Message message = SoapStand.message();
        stand.cable.cutAfter("Meldung");
        HubException failure = failure(send(message));
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failure.problemCode()).isEqualTo("soap-unreachable");
        stand.cable.cutAfter("");
        assertThat(send(message).getException()).isNull();
        assertThat(stand.office.calls()).hasSize(2);
        assertThat(stand.office.taken()).isOne();
    }

    @Test
    void aServiceThatIsTooSlowOrAwayIsTriedAgain() throws Exception {
        begin("Port11");
        stand.office.trouble(new Trouble.Slow(Duration.ofSeconds(3)));
        assertThat(failure(send(SoapStand.message(), "responseTimeout", "300")).problemCode())
                .isEqualTo("soap-unreachable");
        stand.cable.down();
        assertThat(failure(send(SoapStand.message())).kind()).isEqualTo(FailureKind.TRANSIENT);
        stand.cable.up();
        stand.office.trouble(new Trouble.None());
        assertThat(send(SoapStand.message()).getException()).isNull();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.WRONGLY_SIGNED)
    void aStrangerWithACertificateOfItsOwnGetsNothing() throws Exception {
        begin("Port11");
        HubException failure = failure(send(SoapStand.message(), "bundle", ""));
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(stand.office.calls()).isEmpty();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.EXPIRED_CERTIFICATE)
    void aServiceWhoseCertificateHasEndedGetsNothing() throws Exception {
        stand = new SoapStand(folder, "Port11", ANSWER, authority -> authority.expired("fachverfahren"));
        assertThat(failure(send(SoapStand.message())).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(stand.office.calls()).isEmpty();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.WRONGLY_ENCRYPTED)
    void aServiceInClearTextGetsNothingWhereTlsIsAgreed() throws Exception {
        begin("Port11");
        HubException failure = failure(send(SoapStand.message(), "url", stand.inClearText("https")));
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(send(SoapStand.message(), "url", stand.inClearText("http")).getException())
                .isNull();
        assertThat(stand.office.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "usernametoken"})
    void theHubLogsInAsTheServiceWants(String login) throws Exception {
        begin("Port12");
        Exchange done =
                stand.send(SoapStand.message(), Map.of("login", login, "username", "hub", "password", "ge&h+m%<n"));
        assertThat(done.getException()).isNull();
        assertThat(stand.office.calls()).singleElement().satisfies(call -> assertThat(call.caller())
                .isEqualTo("hub:ge&h+m%<n"));
    }

    @Test
    void theAnswerIsTakenInUnderTheMessagesId() throws Exception {
        begin("Port11");
        Message message = SoapStand.message();
        Exchange done = send(message, "answer", "true");
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class)).isEqualTo("SOAP, Antwort übernommen");
        ArgumentCaptor<Incoming> taken = ArgumentCaptor.forClass(Incoming.class);
        verify(stand.intake).takeIn(taken.capture());
        assertThat(taken.getValue().procedure()).isEqualTo(SoapStand.PROCEDURE);
        assertThat(taken.getValue().duplicateKey()).isEqualTo(message.envelope().messageId());
        assertThat(new String(taken.getValue().bytes(), UTF_8)).contains("4711");
    }

    @Test
    void anAnswerTheHubCannotTakeNowIsKeptAndTheServiceNotCalledAgain() throws Exception {
        begin("Port11");
        Message message = SoapStand.message();
        when(stand.intake.takeIn(any()))
                .thenThrow(HubException.temporary("hub-full", "Kein Platz.", new IllegalStateException()))
                .thenReturn("antwort");
        assertThat(failure(send(message, "answer", "true")).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(send(message, "answer", "true").getException()).isNull();
        assertThat(stand.office.calls()).hasSize(1);
        ArgumentCaptor<Incoming> taken = ArgumentCaptor.forClass(Incoming.class);
        verify(stand.intake, times(2)).takeIn(taken.capture());
        List<Incoming> both = taken.getAllValues();
        assertThat(both.get(0).content()).isEqualTo(both.get(1).content());
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.OVERSIZED)
    void aRefusedAnswerDoesNotRejectTheApplicantsMessage() throws Exception {
        begin("Port11");
        when(stand.intake.takeIn(any())).thenThrow(HubException.rejected("too-large", "Zu groß."));
        assertThat(failure(send(SoapStand.message(), "answer", "true")).kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.MALFORMED)
    void whatIsNoXmlNeverLeavesTheHub() throws Exception {
        begin("Port11");
        assertThat(failure(send(SoapStand.message("kein XML"))).problemCode()).isEqualTo("soap-message-no-xml");
        assertThat(failure(send(SoapStand.message("<!DOCTYPE a []><a/>"))).problemCode())
                .isEqualTo("soap-message-no-xml");
        assertThat(stand.office.calls()).isEmpty();
    }
}
