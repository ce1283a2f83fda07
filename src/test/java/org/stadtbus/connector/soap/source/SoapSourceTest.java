package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.testkit.Refuses;

/** What the hub promises a procedure that hands over at its port, seen from raw HTTPS. */
@SuppressWarnings("NullAway.Init")
class SoapSourceTest {
    private static final String ID = "urn:uuid:0b8f2f0e-3b0c-4d7e-9a54-8d3d5b1a7c11";

    @TempDir
    Path folder;

    private InletStand stand;

    private void begin(Map<String, String> changes) throws Exception {
        stand = new InletStand(folder, changes);
    }

    private void begin() throws Exception {
        begin(Map.of());
    }

    @AfterEach
    void end() throws Exception {
        stand.close();
    }

    private SSLContext caller() {
        return stand.caller.tls();
    }

    private void refused(HttpResponse<String> answer, String who, String code) {
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains(who).contains(">" + code + "<");
        assertThat(stand.taken).isEmpty();
    }

    @Test
    void theAnswerComesWhenTheHubHasTheMessageAndNamesItsId() throws Exception {
        begin();
        HttpResponse<String> answer = stand.post(caller(), Envelopes.call(ID, "LG-Ł 1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(stand.taken).singleElement().satisfies(taken -> {
            assertThat(taken.key()).isEqualTo(ID);
            assertThat(taken.text()).startsWith("<m:Meldung").contains("LG-Ł 1");
            assertThat(answer.body())
                    .contains("Nachricht>" + taken.id() + "<")
                    .contains("RelatesTo")
                    .contains(ID);
        });
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.REPLAYED)
    void aRepeatedCallIsAnsweredAsTheFirstTimeAndTakenOnce() throws Exception {
        begin();
        HttpResponse<String> first = stand.post(caller(), Envelopes.call(ID, "LG-A 1"));
        HttpResponse<String> second = stand.post(caller(), Envelopes.call(ID, "LG-A 1"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(stand.taken).hasSize(1);
    }

    private static String id(HttpResponse<String> answer) {
        return answer.body().replaceFirst("(?s).*Nachricht>([^<]+)<.*", "$1");
    }

    @Test
    void otherContentUnderTheSameIdIsRefusedAndTheFirstStays() throws Exception {
        begin();
        stand.post(caller(), Envelopes.call(ID, "LG-A 1"));
        HttpResponse<String> second = stand.post(caller(), Envelopes.call(ID, "LG-B 2"));
        assertThat(second.statusCode()).isEqualTo(500);
        assertThat(second.body())
                .contains(":Client")
                .contains("message-id-reused")
                .contains("neuer Kennung");
        assertThat(stand.taken).hasSize(1);
        assertThat(stand.refused).containsExactly("message-id-reused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "das ist kein XML | not-well-formed",
                "<a/> | soap-no-envelope",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a> | dtd-forbidden",
                "'' | empty-body"
            })
    @Refuses(connector = "soap", value = BadInput.MALFORMED)
    void whatIsNoSoapIsRefusedAndJournalled(String body, String code) throws Exception {
        begin();
        refused(stand.post(caller(), body), ":Client", code);
        assertThat(stand.refused).containsExactly(code);
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.OVERSIZED)
    void anOversizedCallIsRefusedUnread() throws Exception {
        begin();
        String body = Envelopes.call(ID, "x".repeat(2 * InletStand.LARGEST));
        refused(stand.post(caller(), body), ":Client", "soap-too-large");
        assertThat(stand.refused).containsExactly("soap-too-large");
    }

    @Test
    void anotherVersionOfSoapIsRefused() throws Exception {
        begin();
        String body = Envelopes.envelope(Envelopes.SOAP12, Envelopes.messageId(ID), Envelopes.meldung("LG-A 1"));
        refused(stand.post(caller(), body), "VersionMismatch", "soap-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReplyTo", "FaultTo"})
    void anAddressThatTheCallerNamesForTheAnswerIsNotCalled(String header) throws Exception {
        begin();
        AtomicInteger called = new AtomicInteger();
        try (LocalServer within = new LocalServer(0)
                .on("POST", "/.*", request -> Answer.of(200 + called.incrementAndGet()))
                .start()) {
            String foreign =
                    "<a:%1$s xmlns:a='http://www.w3.org/2005/08/addressing'><a:Address>%2$s/fremd</a:Address></a:%1$s>"
                            .formatted(header, within.uri());
            for (String body : List.of(Envelopes.meldung("LG-A 1"), "<unbekannt/>")) {
                String head = Envelopes.messageId(ID) + foreign;
                HttpResponse<String> answer = stand.post(caller(), Envelopes.envelope(Envelopes.SOAP11, head, body));
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body()).contains("Fault>");
            }
        }
        assertThat(called).hasValue(0);
        assertThat(stand.taken).isEmpty();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.WRONGLY_SIGNED)
    void aWrongPasswordIsASubcodeInSoap12() throws Exception {
        begin(Map.of("version", "1.2", "login", "usernametoken", "username", "melde", "password", "geheim"));
        String head = Envelopes.messageId(ID) + Envelopes.token("melde", "falsch");
        String wrong = Envelopes.envelope(Envelopes.SOAP12, head, Envelopes.meldung("LG-A 1"));
        HttpResponse<String> answer =
                stand.post(caller(), "application/soap+xml; charset=UTF-8", "", wrong.getBytes(UTF_8));
        refused(answer, ":Sender", "soap-login");
        assertThat(answer.body()).contains(":Subcode").contains("FailedAuthentication");
    }

    @Test
    void soap12IsSpokenWhereItIsAgreed() throws Exception {
        begin(Map.of("version", "1.2"));
        String type = "application/soap+xml; charset=UTF-8";
        String head = Envelopes.messageId(ID);
        String wrong = Envelopes.envelope(Envelopes.SOAP12, head, "<unbekannt/>");
        refused(stand.post(caller(), type, "", wrong.getBytes(UTF_8)), ":Sender", "soap-operation-unknown");
        String right = Envelopes.envelope(Envelopes.SOAP12, head, Envelopes.meldung("LG-A 1"));
        assertThat(stand.post(caller(), type, "", right.getBytes(UTF_8)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatTheContractDoesNotHaveIsRefusedInGerman() throws Exception {
        begin();
        String wrong = Envelopes.envelope(
                Envelopes.SOAP11, Envelopes.messageId(ID), "<m:Meldung xmlns:m='urn:hersteller:meldung'/>");
        HttpResponse<String> answer = stand.post(caller(), wrong);
        refused(answer, ":Client", "soap-contract");
        assertThat(answer.body()).contains("hält das Schema des Vertrags").contains("»Meldung«");
        byte[] right = Envelopes.call(ID, "LG-A 1").getBytes(UTF_8);
        refused(stand.post(caller(), "text/xml", "urn:andere", right), ":Client", "soap-action-unknown");
        refused(
                stand.post(caller(), Envelopes.envelope(Envelopes.SOAP11, "", Envelopes.meldung("LG-A 1"))),
                ":Client",
                "soap-id-missing");
        assertThat(stand.refused).containsExactly("soap-contract", "soap-action-unknown", "soap-id-missing");
    }

    @Test
    void theIdMayStandInTheContent() throws Exception {
        begin(Map.of("idElement", "Q{urn:hersteller:meldung}Kennzeichen"));
        String body = Envelopes.envelope(Envelopes.SOAP11, "", Envelopes.meldung("LG-A 1"));
        assertThat(stand.post(caller(), body).statusCode()).isEqualTo(200);
        assertThat(stand.taken).singleElement().satisfies(taken -> assertThat(taken.key())
                .isEqualTo("LG-A 1"));
    }

    @Test
    void whileTheBrokerIsOutNothingIsTakenAndTheCallerMayRepeat() throws Exception {
        begin();
        stand.broker.close();
        refused(stand.post(caller(), Envelopes.call(ID, "LG-A 1")), ":Server", "broker-unavailable");
    }

    @Test
    void whatTheHubCannotTakeNowIsTakenWhenItIsRepeated() throws Exception {
        begin();
        stand.whenTaken = () -> {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        };
        refused(stand.post(caller(), Envelopes.call(ID, "LG-A 1")), ":Server", "broker");
        stand.whenTaken = () -> {};
        assertThat(stand.post(caller(), Envelopes.call(ID, "LG-A 1")).statusCode())
                .isEqualTo(200);
        assertThat(stand.taken).hasSize(1);
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.WRONGLY_SIGNED)
    void aCertificateThatIsNotTheAgreedOneGetsNothing() throws Exception {
        begin();
        SSLContext stranger = stand.authority.valid("fremd").tls();
        refused(stand.post(stranger, Envelopes.call(ID, "LG-A 1")), ":Client", "soap-certificate-unknown");
        assertThat(stand.refused).isEmpty();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.EXPIRED_CERTIFICATE)
    void anExpiredCertificateGetsNoConnection() throws Exception {
        begin();
        SSLContext expired = stand.authority.expired("alt").tls();
        assertThatThrownBy(() -> stand.post(expired, Envelopes.call(ID, "LG-A 1")))
                .isInstanceOf(IOException.class);
        assertThat(stand.taken).isEmpty();
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.WRONGLY_SIGNED)
    void onlyTheAgreedPasswordOpens() throws Exception {
        begin(Map.of("login", "usernametoken", "username", "melde", "password", "ge&h+m%<n"));
        String right = Envelopes.messageId(ID) + Envelopes.token("melde", "ge&amp;h+m%&lt;n");
        String wrong = Envelopes.messageId(ID) + Envelopes.token("melde", "falsch");
        String body = Envelopes.meldung("LG-A 1");
        HttpResponse<String> answer = stand.post(caller(), Envelopes.envelope(Envelopes.SOAP11, wrong, body));
        refused(answer, "wsse:FailedAuthentication</faultcode>", "soap-login");
        refused(stand.post(caller(), Envelopes.call(ID, "LG-A 1")), "wsse:FailedAuthentication", "soap-login");
        refused(stand.post(caller(), "kein XML"), ":Client", "not-well-formed");
        assertThat(stand.refused).isEmpty();
        assertThat(stand.post(caller(), Envelopes.envelope(Envelopes.SOAP11, right, body))
                        .statusCode())
                .isEqualTo(200);
    }
}
