package org.stadtbus.connector.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises a procedure that reads from its own broker, against a second Artemis over TCP. */
class JmsSinkTest {
    private static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";
    private static final int PATIENCE = 5000;

    @TempDir
    Path folder;

    private final byte[] payload = payload();
    private ForeignBroker broker;
    private CamelContext camel;

    private static byte[] payload() {
        try {
            return Files.readAllBytes(Path.of("connectors/jms/sandbox/zustellung.xml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        broker = new ForeignBroker(folder, PASSWORD);
        camel = Kamelets.context("jms/jms-sink.kamelet.yaml");
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        broker.close();
    }

    @Test
    void theMessageArrivesDurablyWithItsIdsAndWhereToAnswer() throws Exception {
        Exchange done = send("1", Map.of("replyTo", "kfz.antworten"));
        assertThat(done.getException()).isNull();
        broker.restart();
        try (JMSContext peer = peer()) {
            TextMessage text = (TextMessage) next(peer);
            assertThat(text.getText()).isEqualTo(new String(payload, UTF_8));
            assertThat(text.getStringProperty("_AMQ_DUPL_ID")).isEqualTo("1");
            assertThat(text.getJMSCorrelationID()).isEqualTo("vorgang-1");
            assertThat(((Queue) text.getJMSReplyTo()).getQueueName()).isEqualTo("kfz.antworten");
            assertThat(text.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
            assertThat(done.getMessage().getHeader("StadtbusReceipt")).isEqualTo("JMS " + text.getJMSMessageID());
            assertThat(java.util.Collections.list(text.getPropertyNames()))
                    .noneMatch(name -> String.valueOf(name).startsWith("Stadtbus"));
        }
    }

    @Test
    void aBytesMessageHasTheBytesAndAnotherBrokersHeader() throws Exception {
        assertThat(send("1", Map.of("messageType", "Bytes", "duplicateHeader", "nachrichtId"))
                        .getException())
                .isNull();
        try (JMSContext peer = peer()) {
            BytesMessage bytes = (BytesMessage) next(peer);
            assertThat(bytes.getBody(byte[].class)).isEqualTo(payload);
            assertThat(bytes.getStringProperty("nachrichtId")).isEqualTo("1");
        }
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.REPLAYED)
    void aLostAnswerLeadsToNoSecondMessage() {
        loseTheAnswer("_AMQ_DUPL_ID");
        assertThat(send("1", bytes("_AMQ_DUPL_ID")).getException()).isNull();
        assertThat(broker.waiting("kfz.eingang")).isEqualTo(1);
        assertThat(send("2", bytes("_AMQ_DUPL_ID")).getException()).isNull();
        assertThat(broker.waiting("kfz.eingang")).isEqualTo(2);
    }

    @Test
    void underAnotherHeaderTheReaderHasToRecogniseTheRepetition() {
        loseTheAnswer("nachrichtId");
        assertThat(send("1", bytes("nachrichtId")).getException()).isNull();
        assertThat(broker.waiting("kfz.eingang")).isEqualTo(2);
    }

    private void loseTheAnswer(String duplicateHeader) {
        broker.jmsLine().cutAfter("<abmeldung");
        assertThat(failure(bytes(duplicateHeader)).kind()).isEqualTo(FailureKind.TRANSIENT);
        broker.jmsLine().cutAfter("");
        assertThat(broker.waiting("kfz.eingang")).isEqualTo(1);
    }

    private static Map<String, String> bytes(String duplicateHeader) {
        return Map.of("messageType", "Bytes", "duplicateHeader", duplicateHeader);
    }

    @Test
    void aBrokerThatIsAwayIsTriedAgain() {
        broker.jmsLine().down();
        assertThat(failure(Map.of()))
                .returns("jms-unavailable", HubException::problemCode)
                .returns(FailureKind.TRANSIENT, HubException::kind);
    }

    @Test
    @Refuses(connector = "jms", value = BadInput.WRONGLY_SIGNED)
    void aWrongPasswordIsForAPerson() {
        assertThat(failure(Map.of("password", "falsch")))
                .returns("jms-login", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
    }

    private JMSContext peer() {
        return new ActiveMQConnectionFactory(broker.jmsUrl(), ForeignBroker.USER, PASSWORD).createContext();
    }

    private static Message next(JMSContext peer) {
        JMSConsumer consumer = peer.createConsumer(peer.createQueue("kfz.eingang"));
        return consumer.receive(PATIENCE);
    }

    private HubException failure(Map<String, String> changes) {
        return (HubException) send("1", changes).getException();
    }

    private Exchange send(String id, Map<String, String> changes) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", broker.jmsUrl());
        properties.put("username", ForeignBroker.USER);
        properties.put("password", PASSWORD);
        properties.put("queue", "kfz.eingang");
        properties.putAll(changes);
        return camel.createProducerTemplate()
                .send(Kamelets.uri("jms-sink", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(payload);
                    exchange.getIn().setHeader("StadtbusMessageId", id);
                    exchange.getIn().setHeader("StadtbusJourneyId", "vorgang-1");
                });
    }
}
