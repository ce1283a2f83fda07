package org.stadtbus.connector.xta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.Incoming;
import org.stadtbus.testkit.OfficialContract;
import org.stadtbus.xta.XtaListener;

/** The hub's client talks to a server generated from the official contract. */
class XtaContractTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String ID = "urn:de:xta:messageid:amtlich:1";
    private static final String META = "http://www.osci.eu/ws/2014/10/transport";
    private static final String BOX = "http://www.osci.eu/ws/2008/05/transport";
    private static final String PENDING = "<MsgBoxResponse xmlns='" + BOX
            + "' MsgBoxRequestID='urn:r:1'><ItemsPending>0</ItemsPending></MsgBoxResponse>";

    @TempDir
    Path folder;

    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private XtaStand stand;
    private XtaListener official;

    @BeforeEach
    void start() throws Exception {
        OfficialContract contract = OfficialContract.xta(folder.resolve("official"));
        stand = new XtaStand(folder);
        official = XtaListener.start(
                "127.0.0.1",
                0,
                XtaStand.keys(stand.authority, stand.authority.valid("amtlich")),
                Files.createDirectories(folder.resolve("amtlich")),
                1_000_000);
        publish(contract, "management", "ManagementPortType");
        publish(contract, "send", "SendPortType");
        publish(contract, "msgbox", "MsgBoxPortType");
    }

    @SuppressWarnings("unchecked")
    private void publish(OfficialContract contract, String path, String portType) throws Exception {
        official.publish(path, (Class<Object>) contract.port(portType), contract.port(portType, this::answer));
    }

    @AfterEach
    void stop() throws Exception {
        if (official != null) {
            official.close();
        }
        if (stand != null) {
            stand.close();
        }
    }

    private Map<String, String> answer(String operation, Map<String, String> parts) {
        operations.add(operation);
        requests.add(parts);
        return switch (operation) {
            case "createMessageId" -> Map.of("MessageID", id());
            case "getTransportReport" -> Map.of("TransportReport", report());
            case "getStatusList" -> Map.of("MsgStatusList", list(), "MsgBoxResponse", PENDING);
            case "getMessage" ->
                Map.of("GenericContentContainer", content(), "MessageMetaData", head(), "MsgBoxResponse", PENDING);
            default -> Map.of();
        };
    }

    private XtaSettings account() {
        String base = "https://127.0.0.1:" + official.port() + "/xta/";
        return new XtaSettings(
                URI.create(base + "management"),
                URI.create(base + "send"),
                URI.create(base + "msgbox"),
                "xta",
                "ags:03403000",
                "xoev",
                TIMEOUT,
                TIMEOUT);
    }

    @Test
    void whatTheHubSendsIsReadByTheOfficialServer() throws Exception {
        Message message =
                stand.message(UUID.randomUUID().toString(), "<antrag/>".getBytes(UTF_8), "Plan".getBytes(UTF_8));
        Sending.Receipt receipt =
                stand.sending(account(), stand.authority.valid("hub")).send(XtaStand.PROCEDURE, message);
        assertThat(operations).containsExactly("createMessageId", "sendMessage", "getTransportReport");
        assertThat(requests.get(1).get("GenericContentContainer"))
                .contains(base64("<antrag/>"), base64("Plan"), "Plan äöü.pdf");
        assertThat(requests.get(1).get("MessageMetaData")).contains(ID, "psw:anderswo", "ags:03403000", "test.0001");
        assertThat(receipt.text()).contains("gelb");
    }

    @Test
    void whatTheOfficialServerHoldsIsFetchedAndClosed() throws Exception {
        List<Incoming> taken = new ArrayList<>();
        Fetching fetching = stand.fetching(account());
        for (String id : fetching.waiting()) {
            fetching.fetch(
                    id, letter -> taken.add(stand.parts.incoming(XtaStand.PROCEDURE, letter.id(), letter.content())));
        }
        assertThat(operations).containsExactly("getStatusList", "getMessage", "close");
        assertThat(taken).singleElement().satisfies(message -> {
            assertThat(message.bytes()).isEqualTo("<post/>".getBytes(UTF_8));
            assertThat(message.attachments()).extracting("filename").containsExactly("a.pdf");
        });
        assertThat(requests.get(2).get("MsgBoxCloseRequest")).contains("urn:r:1", ID);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String id() {
        return "<MessageID xmlns='http://www.w3.org/2005/08/addressing'>" + ID + "</MessageID>";
    }

    private static String party(String element) {
        return "<" + element + "><Identifier type='xoev'>x</Identifier></" + element + ">";
    }

    private static String head() {
        return "<MessageMetaData xmlns='" + META + "'><DeliveryAttributes><Origin>2026-11-28T10:00:00+01:00</Origin>"
                + "</DeliveryAttributes><Originators>" + party("Author") + "</Originators><Destinations>"
                + party("Reader")
                + "</Destinations><MsgIdentification>" + id()
                + "</MsgIdentification><Qualifier><Service>urn:x</Service>"
                + "<BusinessScenario><Undefined>X</Undefined></BusinessScenario>"
                + "<MessageType payloadSchema='urn:x' listURI='urn:x' listVersionID='1'><code xmlns=''>X</code></MessageType>"
                + "</Qualifier></MessageMetaData>";
    }

    private static String report() {
        return "<TransportReport xmlns='http://xoev.de/transport/xta/211'>" + head()
                + "<ReportTime>2026-11-28T10:00:00Z</ReportTime><XTAServerIdentity>amtlich</XTAServerIdentity>"
                + "<MessageStatus><Status>2</Status><WarnList><Warning><Timestamp>2026-11-28T10:00:00</Timestamp>"
                + "<Code listURI='urn:x' listVersionID='1'><code xmlns=''>1</code></Code><Reason>langsam</Reason></Warning>"
                + "</WarnList></MessageStatus></TransportReport>";
    }

    private static String list() {
        return "<MsgStatusList xmlns='" + BOX + "'><MsgAttributes>" + id()
                + "<TypeOfBusinessScenario>urn:x</TypeOfBusinessScenario><MsgSize>1</MsgSize>"
                + "<DeliveryTime>2026-11-28T10:00:00Z</DeliveryTime></MsgAttributes></MsgStatusList>";
    }

    private static String content() {
        return "<GenericContentContainer xmlns='http://xoev.de/transport/xta/211'><ContentContainer>"
                + "<Message contentType='text/xml'>" + base64("<post/>") + "</Message>"
                + "<Attachment contentType='application/pdf' filename='../a.pdf'>" + base64("Plan") + "</Attachment>"
                + "</ContentContainer></GenericContentContainer>";
    }
}
