package org.stadtbus.connector.xta.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.ReflectionTestUtils;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.testkit.OfficialContract;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.RunningHub;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.testkit.TestAuthority.Identity;
import org.stadtbus.vault.Vault;

/** A client generated from the official contract uses the hub as its XTA provider, over TLS with its certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XtaProviderIT {
    private static final String PROCEDURE = "ratsstream";
    private static final String NAME = "psw:01003110";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunningHub hub;
    private OfficialContract official;
    private TestAuthority authority;
    private Identity procedure;
    private Identity locked;
    private Identity empty;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        official = OfficialContract.xta(folder.resolve("official"));
        authority = new TestAuthority(folder.resolve("tls"));
        procedure = authority.valid("verfahren");
        empty = authority.valid("leer");
        locked = authority.valid("gesperrt");
        hub = RunningHub.start(folder, settings(authority.valid("hub")), "sandbox");
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    private Map<String, String> settings(Identity server) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("spring.ssl.bundle.jks.xta.keystore.location", "file:" + server.keyStore());
        all.put("spring.ssl.bundle.jks.xta.keystore.password", TestAuthority.PASSWORD);
        all.put("spring.ssl.bundle.jks.xta.keystore.type", "PKCS12");
        all.put("spring.ssl.bundle.jks.xta.truststore.location", "file:" + authority.trustStore());
        all.put("spring.ssl.bundle.jks.xta.truststore.password", TestAuthority.PASSWORD);
        all.put("spring.ssl.bundle.jks.xta.truststore.type", "PKCS12");
        all.put("stadtbus.xta.provider.bundle", "xta");
        all.put("stadtbus.xta.provider.port", "0");
        all.put("stadtbus.intake.max-answer", "100KB");
        all.put("stadtbus.xta.provider.identifier", "ags:03403000");
        account(all, 0, PROCEDURE, NAME, procedure, true);
        account(all, 1, "ratsvorlagen-workflow", "psw:gesperrt", locked, false);
        account(all, 2, "isms", "psw:leer", empty, true);
        return all;
    }

    private static void account(
            Map<String, String> all, int number, String procedure, String name, Identity identity, boolean active) {
        String prefix = "stadtbus.xta.provider.accounts[" + number + "].";
        all.put(prefix + "procedure", procedure);
        all.put(prefix + "identifier", name);
        all.put(prefix + "certificate", identity.fingerprint());
        all.put(prefix + "active", String.valueOf(active));
    }

    private OfficialContract.Client client(String portType, String path, Identity caller) throws Exception {
        int port = hub.bean(ProviderServer.class).port();
        return official.client(portType, URI.create("https://127.0.0.1:" + port + "/xta/" + path), caller.tls());
    }

    private OfficialContract.Client management() throws Exception {
        return client("ManagementPortType", "management", procedure);
    }

    private OfficialContract.Client send() throws Exception {
        return client("SendPortType", "send", procedure);
    }

    private OfficialContract.Client box() throws Exception {
        return client("MsgBoxPortType", "msgbox", procedure);
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.OVERSIZED)
    void messageThatIsTooLargeIsRefusedAndJournalled() throws Exception {
        String id = newId();
        assertThat(number(catchException(() -> send().call("sendMessage", letter(id, NAME, "x".repeat(200_000))))))
                .isEqualTo("9023");
        assertJournalled(id, "größer als");
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.WRONGLY_ENCRYPTED)
    void contentThatIsSealedForAnotherReaderIsRefusedAndJournalled() throws Exception {
        String id = newId();
        Map<String, Object> letter = new LinkedHashMap<>(letter(id, NAME, "<x/>"));
        letter.put(
                "GenericContentContainer",
                "<GenericContentContainer xmlns='http://xoev.de/transport/xta/211'>"
                        + "<EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#'><CipherData>"
                        + "<CipherValue>AAAA</CipherValue></CipherData></EncryptedData></GenericContentContainer>");
        assertThat(number(catchException(() -> send().call("sendMessage", letter))))
                .isEqualTo("9022");
        assertJournalled(id, "verschlüsselt");
    }

    private void assertJournalled(String id, String why) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        hub.journal().journeys(new JournalQueries.Filter(id, null, null, null), 10))
                .anySatisfy(journey -> assertThat(journey.stateSentence()).contains(why)));
    }

    @Test
    void knownCallerHasAnAccount() throws Exception {
        assertThat(management()
                        .call("checkAccountActive", Map.of("Author", party("Author", NAME)))
                        .parts())
                .isEmpty();
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.WRONGLY_SIGNED)
    void whoSpeaksForAnotherIsRefusedWithTheStandardsNumber() throws Exception {
        Exception fault = catchException(
                () -> management().call("checkAccountActive", Map.of("Author", party("Author", "psw:anderer"))));
        assertThat(number(fault)).isEqualTo("9014");
    }

    private String newId() throws Exception {
        return text(management().call("createMessageId", Map.of()).part("MessageID"));
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.REPLAYED)
    void whatASenderIsToldIsTakenIsInTheHubOnce() throws Exception {
        String id = newId();
        Map<String, Object> letter = letter(id, NAME, "<antwort/>");
        send().call("sendMessage", letter);
        send().call("sendMessage", letter);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(report(id)).contains("Status>0<"));
    }

    private String report(String id) throws Exception {
        return management()
                .call("getTransportReport", Map.of("MessageID", messageId(id)))
                .part("TransportReport");
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.REPLAYED)
    void otherContentUnderAUsedIdIsRefused() throws Exception {
        String id = newId();
        send().call("sendMessage", letter(id, NAME, "<eins/>"));
        Exception fault = catchException(() -> send().call("sendMessage", letter(id, NAME, "<zwei/>")));
        assertThat(number(fault)).isEqualTo("9024");
        assertJournalled(id, "schon eine andere Nachricht");
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.MALFORMED)
    void emptyMessageAndForeignIdAndUnknownIdAreRefusedWithTheStandardsFaults() throws Exception {
        String id = newId();
        assertThat(number(catchException(() -> send().call("sendMessage", letter(id, NAME, "")))))
                .isEqualTo("9050");
        assertThat(number(catchException(
                        () -> send().call("sendMessage", letter("urn:de:xta:messageid:anderer:1", NAME, "<x/>")))))
                .isEqualTo("9022");
        assertThat(number(catchException(() -> report(newId())))).isEqualTo("9070");
    }

    @Test
    @Refuses(
            connector = "xta-postfach",
            value = {BadInput.EXPIRED_CERTIFICATE, BadInput.WRONGLY_SIGNED})
    void expiredCertificateIsNotConnectedAStrangerAndALockedAccountAreTold() throws Exception {
        Identity expired = authority.expired("abgelaufen");
        assertThat(catchException(() ->
                        client("ManagementPortType", "management", expired).call("checkAccountActive", Map.of())))
                .isNotNull();
        Identity stranger = authority.valid("fremder");
        assertThat(number(catchException(() ->
                        client("ManagementPortType", "management", stranger).call("checkAccountActive", Map.of()))))
                .isEqualTo("9012");
        assertThat(number(catchException(
                        () -> client("ManagementPortType", "management", locked).call("checkAccountActive", Map.of()))))
                .isEqualTo("9011");
    }

    @Test
    void mailLeavesTheBoxWhenItsReceiverClosesAndNotBefore() throws Exception {
        byte[] plan = "ein Plan".getBytes(UTF_8);
        String sha = hub.bean(Vault.class).store("99012018001000", plan).sha256();
        Envelope envelope = Envelope.builder(Ids.derived("post"), Ids.derived("vorgang"), Instant.now())
                .service("99012018001000")
                .messageType("baugenehmigung.antrag.0200")
                .contentType("application/xml")
                .extension("xml")
                .attachments(List.of(new Attachment("1", "plan.pdf", "application/pdf", "", plan.length, sha)))
                .build();
        hub.bean(Mailbox.class).put(PROCEDURE, new Message(envelope, "<antrag/>".getBytes(UTF_8)));
        hub.bean(Mailbox.class).put(PROCEDURE, new Message(envelope, "<antrag/>".getBytes(UTF_8)));

        OfficialContract.Answer got =
                box().call("getMessage", Map.of("MsgBoxFetchRequest", request("MsgBoxFetchRequest")));
        assertThat(got.part("GenericContentContainer"))
                .contains(Base64.getEncoder().encodeToString("<antrag/>".getBytes(UTF_8)))
                .contains(Base64.getEncoder().encodeToString(plan));
        assertThat(got.part("MsgBoxResponse")).contains("ItemsPending>0<");
        assertThat(box().call("getStatusList", Map.of("MsgBoxStatusListRequest", request("MsgBoxStatusListRequest")))
                        .part("MsgStatusList"))
                .contains(envelope.messageId());

        box().call("close", Map.of("MsgBoxCloseRequest", close(got.part("MsgBoxResponse"), MessageIds.of(envelope))));
        OfficialContract.Answer after =
                box().call("getStatusList", Map.of("MsgBoxStatusListRequest", request("MsgBoxStatusListRequest")));
        assertThat(after.part("MsgStatusList")).doesNotContain(envelope.messageId());
        assertThat(after.part("MsgBoxResponse")).contains("NoMatch");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.journal().steps(envelope.journeyId()))
                .extracting(step -> step.type())
                .contains(EventType.FETCHED));
    }

    @Test
    void emptyBoxAndForgottenRequestAreAnswersAndNoFaults() throws Exception {
        OfficialContract.Client other = client("MsgBoxPortType", "msgbox", empty);
        assertThat(other.call("getMessage", Map.of("MsgBoxFetchRequest", request("MsgBoxFetchRequest")))
                        .part("MsgBoxResponse"))
                .contains("NoMatch");
        assertThat(other.call("getNextMessage", Map.of("MsgBoxGetNextRequest", next("urn:uuid:vergessen", "")))
                        .part("MsgBoxResponse"))
                .contains("RequestIdInvalid");
    }

    @Test
    void whatWasNamedOnTheWayIsGoneAfterTheClose() throws Exception {
        List<String> ids = List.of(mail("a"), mail("b"), mail("c"));
        String response = box().call("getMessage", Map.of("MsgBoxFetchRequest", request("MsgBoxFetchRequest")))
                .part("MsgBoxResponse");
        for (String id : ids.subList(0, 2)) {
            response = box().call("getNextMessage", Map.of("MsgBoxGetNextRequest", next(requestId(response), id)))
                    .part("MsgBoxResponse");
        }
        assertThat(statusList()).contains(ids);
        box().call("close", Map.of("MsgBoxCloseRequest", close(response, ids.get(2))));
        assertThat(statusList()).doesNotContain(ids);
    }

    private String statusList() throws Exception {
        return box().call("getStatusList", Map.of("MsgBoxStatusListRequest", request("MsgBoxStatusListRequest")))
                .part("MsgStatusList");
    }

    /** Puts a letter into the box; gives its message id. */
    private String mail(String name) {
        Envelope envelope = Envelope.builder(Ids.derived(name), Ids.derived("vorgang"), Instant.now())
                .service("99012018001000")
                .contentType("application/xml")
                .extension("xml")
                .build();
        hub.bean(Mailbox.class).put(PROCEDURE, new Message(envelope, "<post/>".getBytes(UTF_8)));
        return MessageIds.of(envelope);
    }

    private static String next(String requestId, String received) {
        return "<MsgBoxGetNextRequest xmlns='http://www.osci.eu/ws/2008/05/transport' MsgBoxRequestID='" + requestId
                + "'>"
                + (received.isEmpty() ? "" : "<LastMsgReceived>" + received + "</LastMsgReceived>")
                + "</MsgBoxGetNextRequest>";
    }

    private static String requestId(String response) {
        return response.replaceAll("(?s).*MsgBoxRequestID=\"([^\"]*)\".*", "$1");
    }

    @Test
    @Refuses(connector = "xta-postfach", value = BadInput.MALFORMED)
    void garbageIsAnsweredWithASoapFaultAndNoStackTrace() throws Exception {
        String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>";
        String unaddressed = "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body/></e:Envelope>";
        for (String body : List.of("", "kein XML", bomb, "<a/>", unaddressed)) {
            assertThat(posted("management", "http://www.xta.de/XTA/CheckAccountActive", body))
                    .as(body)
                    .contains("Fault")
                    .doesNotContain("root:", "org.stadtbus");
        }
        assertThat(hub.log()).noneMatch(line -> line.contains("\n\tat "));
    }

    @Test
    void requestWithoutItsElementIsAnsweredToo() throws Exception {
        String action = "http://www.osci.eu/ws/2008/05/transport/urn/messageTypes/MsgBoxStatusListRequest";
        String addressed = "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Header"
                + " xmlns='http://www.w3.org/2005/08/addressing'><Action>" + action + "</Action>"
                + "<MessageID>urn:uuid:1</MessageID></e:Header><e:Body/></e:Envelope>";
        assertThat(posted("msgbox", action, addressed)).contains("Envelope");
        assertThat(hub.log()).noneMatch(line -> line.contains("\n\tat "));
    }

    private String posted(String path, String action, String body) throws Exception {
        int port = hub.bean(ProviderServer.class).port();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/xta/" + path))
                .header("Content-Type", "application/soap+xml; action=\"" + action + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newBuilder()
                .sslContext(procedure.tls())
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String number(Exception fault) {
        assertThat(fault).isNotNull();
        Object detail = ReflectionTestUtils.invokeMethod(fault, "getFaultInfo");
        Object code = ReflectionTestUtils.invokeMethod(detail, "getErrorCode");
        return String.valueOf(ReflectionTestUtils.<Object>invokeMethod(code, "getCode"));
    }

    private static String text(String element) {
        return element.replaceAll("<[^>]*>", "").strip();
    }

    private static String messageId(String id) {
        return "<MessageID xmlns='http://www.w3.org/2005/08/addressing'>" + id + "</MessageID>";
    }

    private static String request(String name) {
        return "<" + name + " xmlns='http://www.osci.eu/ws/2008/05/transport'/>";
    }

    private static String close(String response, String received) {
        return "<MsgBoxCloseRequest xmlns='http://www.osci.eu/ws/2008/05/transport' MsgBoxRequestID='"
                + requestId(response) + "'><LastMsgReceived>" + received + "</LastMsgReceived></MsgBoxCloseRequest>";
    }

    private static String party(String element, String name) {
        return "<" + element + " xmlns='http://www.osci.eu/ws/2014/10/transport'><Identifier type='xoev'>" + name
                + "</Identifier></" + element + ">";
    }

    private static Map<String, Object> letter(String id, String author, String message) {
        String content = Base64.getEncoder().encodeToString(message.getBytes(UTF_8));
        return Map.of(
                "GenericContentContainer",
                "<GenericContentContainer xmlns='http://xoev.de/transport/xta/211'><ContentContainer>"
                        + "<Message contentType='text/xml'>" + content + "</Message>"
                        + "</ContentContainer></GenericContentContainer>",
                "MessageMetaData",
                """
                <MessageMetaData xmlns='http://www.osci.eu/ws/2014/10/transport'><DeliveryAttributes/>
                <Originators>%s</Originators><Destinations>%s</Destinations>
                <MsgIdentification>%s</MsgIdentification>
                <Qualifier><Service>urn:test</Service><BusinessScenario><Undefined>Test</Undefined></BusinessScenario>
                <MessageType payloadSchema='urn:test' listURI='urn:test' listVersionID='1'><code xmlns=''>X</code></MessageType>
                </Qualifier></MessageMetaData>"""
                        .formatted(party("Author", author), party("Reader", "ags:03403000"), messageId(id)));
    }
}
