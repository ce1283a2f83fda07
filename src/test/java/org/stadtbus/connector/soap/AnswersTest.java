package org.stadtbus.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.testkit.Refuses;

/** No answer is believed before it was read by the hub's own parser, and each bad one has its sentence. */
class AnswersTest {
    private static final String SOAP =
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:f='urn:f'><s:Body>%s</s:Body></s:Envelope>";

    private final Answers answers = new Answers(2_000);

    private static HttpAnswer answer(int status, String text) {
        return new HttpAnswer(status, text.getBytes(UTF_8), false);
    }

    private String refused(int status, String text) {
        HubException why = catchThrowableOfType(HubException.class, () -> answers.content(answer(status, text)));
        return why.kind() + " " + why.problemCode();
    }

    @Test
    void prefixesDeclaredAroundTheContentStayWithIt() {
        byte[] content = answers.content(answer(200, SOAP.formatted("<f:a art='f:b'>ü</f:a>")))
                .orElseThrow();
        assertThat(new String(content, UTF_8)).contains("xmlns:f=\"urn:f\"").contains("art=\"f:b\">ü<");
    }

    @Test
    void nothingIsAnAcceptanceWithoutAnswer() {
        assertThat(answers.content(answer(202, ""))).isEmpty();
        assertThat(answers.content(answer(200, SOAP.formatted("")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "500, TRANSIENT soap-http-500",
        "503, TRANSIENT soap-http-503",
        "429, TRANSIENT soap-http-429",
        "404, PERMANENT soap-http-404",
        "401, PERMANENT soap-http-401",
        "302, PERMANENT soap-http-302"
    })
    void anErrorWithoutSoapIsToldByItsStatus(int status, String expected) {
        assertThat(refused(status, "")).isEqualTo(expected);
        assertThat(refused(status, "<html><body>Fehler</body></html>")).isEqualTo(expected);
        assertThat(refused(status, SOAP.formatted("<f:a/>"))).isEqualTo(expected);
    }

    @Test
    void aFaultIsAFaultWhateverTheStatus() {
        String fault = SOAP.formatted("<s:Fault><faultcode>s:Client.Zugang</faultcode><faultstring/></s:Fault>");
        assertThat(refused(200, fault)).isEqualTo("PERMANENT soap-fault-client-zugang");
        assertThat(refused(400, fault)).isEqualTo("PERMANENT soap-fault-client-zugang");
        assertThat(refused(500, SOAP.formatted("<s:Fault/>"))).isEqualTo("PERMANENT soap-fault-unbekannt");
    }

    @Test
    @Refuses(connector = "soap", value = BadInput.MALFORMED)
    void garbageInsteadOfSoapIsTriedAgain() {
        assertThat(refused(200, "<html><body>Wartung</body></html>")).isEqualTo("TRANSIENT soap-answer-unreadable");
        assertThat(refused(200, "{\"ok\":true}")).isEqualTo("TRANSIENT soap-answer-unreadable");
        assertThat(refused(200, SOAP.substring(0, 80))).isEqualTo("TRANSIENT soap-answer-unreadable");
    }

    @Test
    @Refuses(
            connector = "soap",
            value = {BadInput.MALFORMED, BadInput.OVERSIZED})
    void bombsAreNotReadAndNeedAPerson() {
        String bomb = "<!DOCTYPE s [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + SOAP.formatted("<f:a>&b;</f:a>");
        assertThat(refused(200, bomb)).isEqualTo("PERMANENT soap-answer-forbidden");
        assertThat(refused(200, SOAP.formatted("<a>".repeat(250)))).isEqualTo("PERMANENT soap-answer-forbidden");
        assertThat(refused(200, SOAP.formatted("a".repeat(2_000)))).isEqualTo("PERMANENT soap-answer-too-large");
    }
}
