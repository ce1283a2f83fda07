package org.stadtbus.connector.bebpo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.Incoming;
import org.stadtbus.sandbox.egvp.SoapServer;
import org.stadtbus.testkit.OfficialContract;

/** The hub's client talks to a server generated from the official contract, and a generated client to the sandbox's service. */
class BebpoContractTest {
    private static final String PORT = "EgvpPortType";
    private static final String ZIP = "UEsDBA==";

    @TempDir
    Path folder;

    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private OfficialContract contract;
    private BebpoStand stand;
    private SoapServer official;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void begin() throws Exception {
        contract = OfficialContract.egvp(folder.resolve("official"));
        stand = new BebpoStand(folder);
        official = new SoapServer(
                0,
                Files.createDirectories(folder.resolve("amtlich")),
                (Class<Object>) contract.port(PORT),
                contract.port(PORT, this::answer));
    }

    @AfterEach
    void end() throws Exception {
        if (official != null) {
            official.close();
        }
        if (stand != null) {
            stand.close();
        }
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + official.port() + "/EGVP-WS/EGVP-WebService");
    }

    private Map<String, String> answer(String operation, Map<String, String> parts) throws Exception {
        operations.add(operation);
        requests.add(parts.get(operation + "Request"));
        String content =
                switch (operation) {
                    case "sendAsynchroniousMessage" -> "<customID>c-1</customID><returnCode>OK</returnCode>";
                    case "getState" ->
                        "<customID>c-1</customID><messageID>o-1</messageID><state>OSCI_DELIVERED</state>"
                                + "<time>2026-11-28T10:00:00+01:00</time><returnCode>OK</returnCode>";
                    case "getUncommittedMessageIDs" ->
                        "<count>1</count><uncommittedMessages><messageID>o-2</messageID>"
                                + "<osciDate>2026-11-28T10:00:00+01:00</osciDate></uncommittedMessages><returnCode>OK</returnCode>";
                    case "receiveMessage" ->
                        "<messageID>o-2</messageID><messageZIP>" + zip() + "</messageZIP><returnCode>OK</returnCode>";
                    default -> "<userID>u</userID><messageID>o-2</messageID><returnCode>OK</returnCode>";
                };
        return Map.of(operation + "Response", element(operation + "Response", content));
    }

    private static String element(String name, String content) {
        return "<e:" + name + " xmlns:e='urn:de:bos-bremen:egvp:ws'>" + content + "</e:" + name + ">";
    }

    private static String zip() throws Exception {
        return Base64.getEncoder()
                .encodeToString(
                        BebpoStand.packed(Map.of("xjustiz_nachricht.xml", "<post/>", "Beschluss.pdf", "Inhalt")));
    }

    @Test
    void whatTheHubSendsIsReadByTheOfficialServer() throws Exception {
        Message message = stand.message("Plan äöü.pdf");
        Sending.Receipt receipt = stand.sending(uri()).send(BebpoStand.PROCEDURE, message, new DefaultCamelContext());
        assertThat(operations).containsExactly("sendAsynchroniousMessage", "getState");
        assertThat(requests.get(0))
                .contains("<userID>" + BebpoStand.ACCOUNT, "<receiverID>" + BebpoStand.COURT, "<receiverKey>USER_ID")
                .contains(
                        "<messageType>Allgemeine Nachricht", message.envelope().messageId())
                .contains("<name>xjustiz_nachricht.xml", "<name>Plan_äöü.pdf")
                .contains(Base64.getEncoder().encodeToString("Inhalt von Plan äöü.pdf0".getBytes(UTF_8)));
        assertThat(requests.get(1)).contains("<customOrMessageID>c-1");
        assertThat(receipt.text()).contains("OSCI_DELIVERED");
        assertThat(new String(receipt.state(), UTF_8)).contains("2026-11-28T10:00:00");
    }

    @Test
    void whatTheOfficialServerHoldsIsFetchedAndCommitted() throws Exception {
        List<Incoming> taken = new ArrayList<>();
        Fetching fetching = stand.fetching(uri());
        for (String id : fetching.waiting()) {
            fetching.fetch(id, (name, zip) -> taken.add(open(name, zip)));
        }
        assertThat(operations).containsExactly("getUncommittedMessageIDs", "receiveMessage", "commitReceivedMessage");
        assertThat(requests.get(2)).contains("<messageID>o-2");
        assertThat(taken).singleElement().satisfies(message -> {
            assertThat(message.bytes()).asString().isEqualTo("<post/>");
            assertThat(message.attachments()).extracting(Attachment::filename).containsExactly("Beschluss.pdf");
        });
    }

    private Incoming open(String id, DataSource zip) throws Exception {
        return stand.zip().open(id, zip.getInputStream());
    }

    @Test
    void officialClientUsesTheSandbox() throws Exception {
        OfficialContract.Client client = contract.client(PORT, stand.office.uri());
        stand.office.put("o-3", BebpoStand.packed(Map.of("a.pdf", "Inhalt")));
        assertThat(call(
                        client,
                        "sendAsynchroniousMessage",
                        """
                <userID>safe-stadt</userID><messageType>Testnachricht</messageType><receiverID>r</receiverID>
                <receiverKey>USER_ID</receiverKey><subject>s</subject><signMessage>false</signMessage>
                <attachments><data>%s</data><name>a.pdf</name></attachments>"""
                                .formatted(ZIP)))
                .contains("<returnCode>OK", "<customID>egvp_000001");
        assertThat(call(
                        client,
                        "getState",
                        "<userID>safe-stadt</userID><customOrMessageID>egvp_000001</customOrMessageID>"))
                .contains("<state>OSCI_SENT");
        assertThat(call(client, "getUncommittedMessageIDs", "<userID>safe-stadt</userID>"))
                .contains("o-3");
        assertThat(call(client, "receiveMessage", "<userID>safe-stadt</userID><messageID>o-3</messageID>"))
                .contains("<messageZIP>UEsDB");
        assertThat(call(client, "commitReceivedMessage", "<userID>safe-stadt</userID><messageID>o-3</messageID>"))
                .contains("<returnCode>OK");
        assertThat(stand.office.box()).isEmpty();
    }

    private static String call(OfficialContract.Client client, String operation, String content) throws Exception {
        return client.call(operation, Map.of(operation + "Request", element(operation + "Request", content)))
                .part(operation + "Response");
    }
}
