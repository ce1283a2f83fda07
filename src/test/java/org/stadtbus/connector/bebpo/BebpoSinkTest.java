package org.stadtbus.connector.bebpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises who sends to the justice, against the sandbox's EGVP-Enterprise. */
class BebpoSinkTest {
    @TempDir
    Path folder;

    private BebpoStand stand;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        stand = new BebpoStand(folder);
        camel = Kamelets.context("bebpo/bebpo-sink.kamelet.yaml");
        camel.addComponent("bebpo", stand.component());
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        stand.close();
    }

    private Exchange send(Message message, Map<String, String> more) {
        Map<String, String> properties = stand.properties();
        properties.put("receiver", BebpoStand.COURT);
        properties.put("patience", "1");
        properties.putAll(more);
        return camel.createProducerTemplate().send(Kamelets.uri("bebpo-sink/ausgang", properties), exchange -> {
            exchange.getIn().setBody(message.payload());
            exchange.getIn().setHeader("StadtbusProcedure", BebpoStand.PROCEDURE);
            exchange.setProperty("stadtbus.message", message);
        });
    }

    private Exchange send(Message message) {
        return send(message, Map.of());
    }

    private static HubException failure(Exchange done) {
        return done.getException(HubException.class);
    }

    @Test
    void messageAndFilesBecomeOneEgvpMessage() throws Exception {
        Message message = stand.message("Antrag.pdf", "Gutachten.pdf");
        Exchange done = send(message);
        assertThat(done.getException()).isNull();
        String id = stand.office.sent().get(0);
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class))
                .isEqualTo("EGVP " + id + ", Status OSCI_SENT");
        assertThat(done.getProperty("stadtbus.receipt", byte[].class))
                .asString()
                .contains("OSCI_SENT");
        assertThat(stand.office.head(id))
                .containsEntry("receiverID", BebpoStand.COURT)
                .containsEntry("messageType", "Allgemeine Nachricht")
                .containsEntry(
                        "subject",
                        "Nachricht des Stadtbus " + message.envelope().messageId());
        assertThat(BebpoStand.entries(stand.office.packed(id)))
                .containsEntry("attachments/xjustiz_nachricht.xml", new String(message.payload()))
                .containsEntry("attachments/Antrag.pdf", "Inhalt von Antrag.pdf0")
                .containsEntry("attachments/Gutachten.pdf", "Inhalt von Gutachten.pdf1");
    }

    @Test
    void filesArriveWithinTheXmlTooWhereAServiceTakesNoParts() throws Exception {
        assertThat(send(stand.message("Antrag.pdf"), Map.of("mtom", "false")).getException())
                .isNull();
        assertThat(BebpoStand.entries(stand.office.packed(stand.office.sent().get(0))))
                .containsEntry("attachments/Antrag.pdf", "Inhalt von Antrag.pdf0");
    }

    @Test
    void messageOnItsWayIsAskedForAndNeverSentAgain() {
        Message message = stand.message();
        stand.office.state("WS_ASEND");
        assertThat(failure(send(message)).problemCode()).isEqualTo("bebpo-on-its-way");
        assertThat(failure(send(message)).kind()).isEqualTo(FailureKind.TRANSIENT);
        stand.office.state("OSCI_SENT");
        assertThat(send(message).getException()).isNull();
        assertThat(stand.office.sent()).hasSize(1);
    }

    @Test
    void patienceOutlastsTheHandoverToTheIntermediary() {
        Message message = stand.message();
        stand.office.state("WS_ASEND");
        Thread later = new Thread(() -> {
            await().until(() -> !stand.office.sent().isEmpty());
            stand.office.state("OSCI_DELIVERED");
        });
        later.start();
        Exchange done = send(
                message, Map.of("patience", String.valueOf(Duration.ofMinutes(1).toMillis())));
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class)).contains("OSCI_DELIVERED");
    }

    @Test
    void afterALostAnswerTheReceiptSaysThatItMayHaveComeTwice() {
        Message message = stand.message();
        stand.office.fault(new Fault.HangUp());
        assertThat(failure(send(message)).kind()).isEqualTo(FailureKind.TRANSIENT);
        stand.office.fault(new Fault.None());
        Exchange done = send(message);
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class)).contains("kann auch angekommen sein");
        assertThat(stand.office.sent())
                .hasSize(2)
                .extracting(id -> stand.office.head(id).get("subject"))
                .containsOnly("Nachricht des Stadtbus " + message.envelope().messageId());
    }

    @Test
    void unsendableMessageNeedsAPerson() {
        stand.office.state("WS_UNSENDABLE");
        assertThat(failure(send(stand.message())).problemCode()).isEqualTo("bebpo-not-sent");
    }

    @Test
    void unknownReceiverNeedsAPerson() {
        HubException failure = failure(send(stand.message(), Map.of("receiver", "unbekannt")));
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.problemCode()).isEqualTo("bebpo-receiver-not-found");
    }

    @Test
    void serviceThatIsAwayIsTriedAgain() {
        Message message = stand.message();
        stand.office.fault(new Fault.Down());
        assertThat(failure(send(message)).problemCode()).isEqualTo("bebpo-unreachable");
        stand.office.fault(new Fault.Error(500));
        assertThat(failure(send(message)).problemCode()).isEqualTo("bebpo-general-error");
        stand.office.fault(new Fault.None());
        assertThat(send(message).getException()).isNull();
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.OVERSIZED)
    void whatIsTooLargeForEgvpIsNotSent() {
        HubException failure = failure(send(stand.message("a.pdf", "b.pdf"), Map.of("maxFiles", "2")));
        assertThat(failure.problemCode()).isEqualTo("bebpo-too-large");
        assertThat(stand.office.sent()).isEmpty();
    }

    @Test
    void testMessageIsMarkedAsOne() {
        Envelope envelope = Envelope.builder("probe", "vorgang", Instant.EPOCH)
                .contentType("application/xml")
                .test(true)
                .build();
        send(new Message(envelope, new byte[0]));
        assertThat(stand.office.head(stand.office.sent().get(0))).containsEntry("messageType", "Testnachricht");
    }
}
