package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.http.Fault;

/** The Kamelet as the delivery calls it, against the zustellpunkt. */
class ReplySinkTest {
    private static final String CONTENT =
            "{\"state\":\"entschieden\",\"label\":\"Entschieden\",\"text\":\"Über Ihren Antrag.\"}";

    private TestCity city;
    private CamelContext camel;
    private ProducerTemplate template;
    private String caseId = "";

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        city = new TestCity(folder);
        caseId = city.sender
                .send(Draft.of(TestCity.SERVICE, TestCity.FORM, "{}".getBytes(StandardCharsets.UTF_8)))
                .caseId();
        use(Map.of("api", city.api()));
    }

    private void use(Map<String, Object> beans) throws Exception {
        camel = new DefaultCamelContext();
        camel.getRegistry()
                .bind(
                        "fitConnectReplies",
                        new FitConnectReplies(
                                new StaticListableBeanFactory(beans).getBeanProvider(FitConnectApi.class)));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(
                        camel, "file:connectors/fit-connect/fit-connect-sink.kamelet.yaml"));
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
        city.close();
    }

    private Message reply(String id, @Nullable String replyTo, String type) {
        Envelope envelope = Envelope.builder(id, "journey", Instant.EPOCH)
                .service(TestCity.SERVICE)
                .messageType(type)
                .contentType("application/json")
                .extension("json")
                .channel("fit-connect")
                .externalReference("submission")
                .replyTo(replyTo)
                .build();
        return new Message(envelope, CONTENT.getBytes(StandardCharsets.UTF_8));
    }

    private Exchange deliver(Message message) {
        return template.send("kamelet:fit-connect-sink/fit-connect-zustellpunkt", ExchangePattern.InOut, exchange -> {
            exchange.getIn().setBody(message.payload());
            exchange.setProperty("stadtbus.message", message);
        });
    }

    private static void assertFailed(Exchange done, FailureKind kind, String code) {
        assertThat(done.getException(HubException.class)).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.problemCode()).isEqualTo(code);
        });
    }

    @Test
    void aReplySentTwiceIsThereOnce() {
        Message message = reply("m-1", caseId, "urn:stadtbus:reply:1.0");
        Exchange first = deliver(message);
        Exchange second = deliver(message);
        deliver(reply("m-2", caseId, "urn:stadtbus:reply:1.0"));

        assertThat(first.getException()).isNull();
        assertThat(second.getException()).isNull();
        assertThat(first.getMessage().getHeader("StadtbusReceipt", String.class))
                .endsWith("HTTP 202");
        assertThat(city.point.repliesTo(caseId)).containsExactly(CONTENT, CONTENT);
    }

    @Test
    void aReplyWhoseAnswerWasCutOffIsSentAgainAndThereOnce() {
        Message message = reply("m-1", caseId, "urn:stadtbus:reply:1.0");
        city.server().fault(new Fault.HangUp());
        assertFailed(deliver(message), FailureKind.TRANSIENT, "fit-connect-unavailable");
        city.server().fault(new Fault.None());

        assertThat(deliver(message).getException()).isNull();
        assertThat(city.point.repliesTo(caseId)).containsExactly(CONTENT);
    }

    @Test
    void whatMayGoAwayIsTransientAndWhatWillNotIsPermanent() {
        Message message = reply("m-1", caseId, "urn:stadtbus:reply:1.0");
        for (int status : new int[] {401, 408, 425, 429, 500, 503}) {
            city.server().fault(new Fault.Error(status));
            assertFailed(deliver(message), FailureKind.TRANSIENT, "http-" + status);
        }
        for (int status : new int[] {400, 403, 404, 422}) {
            city.server().fault(new Fault.Error(status));
            assertFailed(deliver(message), FailureKind.PERMANENT, "http-" + status);
        }
        city.server().fault(new Fault.Down());
        assertFailed(deliver(message), FailureKind.TRANSIENT, "fit-connect-unavailable");
    }

    @Test
    void whatIsNoReplyOrHasNoCaseIsPermanent() {
        assertFailed(deliver(reply("m-1", caseId, "baugenehmigung.antrag.0200")), FailureKind.PERMANENT, "not-a-reply");
        assertFailed(deliver(reply("m-1", null, "urn:stadtbus:reply:1.0")), FailureKind.PERMANENT, "not-a-reply");
    }

    @Test
    void whereFitConnectIsNotSetUpAPersonMustLook() throws Exception {
        camel.stop();
        use(Map.of());

        assertFailed(deliver(reply("m-1", caseId, "urn:stadtbus:reply:1.0")), FailureKind.PERMANENT, "fit-connect-off");
    }
}
