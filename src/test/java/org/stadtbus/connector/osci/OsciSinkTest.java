package org.stadtbus.connector.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.ContentReader;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.osci.Party;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** The Kamelet {@code osci-sink}: a message reaches its reader once, whatever answer was lost. */
class OsciSinkTest {
    private static final byte[] PAYLOAD = "<meldung name='J\u030c\u0331'/>".getBytes(UTF_8);
    private static final byte[] PLAN = {0, 1, -1, 13, 10};

    @TempDir
    Path folder;

    private OsciHub hub;
    private CamelContext camel;
    private Message message;

    @BeforeEach
    void start() throws Exception {
        hub = new OsciHub(folder);
        message = hub.message(UUID.randomUUID().toString(), PAYLOAD, PLAN);
        camel = start(OsciStand.AUTHOR);
    }

    private CamelContext start(Party party) throws Exception {
        CamelContext context = Kamelets.context("osci/osci-sink.kamelet.yaml");
        context.addComponent("osci", hub.component(party));
        context.start();
        return context;
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        hub.close();
    }

    private Exchange send() {
        return send(Map.of());
    }

    private Exchange send(Map<String, String> changes) {
        Map<String, String> properties = hub.properties();
        properties.put("readerAlias", "leser");
        properties.put("responseTimeout", "3000");
        properties.putAll(changes);
        return camel.createProducerTemplate()
                .send(Kamelets.uri("osci-sink/ausgang-" + OsciHub.PROCEDURE, properties), exchange -> {
                    exchange.getIn().setBody(message.payload());
                    exchange.getIn().setHeader("StadtbusProcedure", OsciHub.PROCEDURE);
                    exchange.setProperty("stadtbus.message", message);
                });
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.OVERSIZED)
    void answerThatIsTooLargeIsNotReadAndTheMessageIsTriedAgain() {
        HubException failed = (HubException) send(Map.of("maxMessage", "100B")).getException();
        assertThat(failed.problemCode()).isEqualTo("osci-answer-too-large");
        assertThat(failed.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(hub.stand.post.taken()).isEmpty();
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.EXPIRED_CERTIFICATE)
    void intermediaryWhoseTlsHasExpiredGetsNothing() throws Exception {
        TestAuthority authority = new TestAuthority(folder.resolve("tls"));
        camel.stop();
        camel = Kamelets.context("osci/osci-sink.kamelet.yaml");
        TestAuthority.Identity trusted = authority.expired("hinterlegt");
        camel.addComponent(
                "osci",
                hub.component(OsciStand.AUTHOR, Map.of("tls-ca", authority.own(), "tls-alt", trusted.certificate())));
        camel.start();
        for (TestAuthority.Identity expired : List.of(authority.expired("post"), trusted)) {
            HubException failed = (HubException) sendOver(expired).getException();
            assertThat(failed)
                    .as(expired.certificate().getSubjectX500Principal().getName())
                    .isNotNull();
            assertThat(failed.problemCode()).isEqualTo("osci-unreachable");
            assertThat(failed.kind()).isEqualTo(FailureKind.TRANSIENT);
            assertThat(hub.stand.post.taken()).isEmpty();
        }
        assertThat(sendOver(authority.valid("post")).getException()).isNull();
        assertThat(hub.stand.post.taken()).hasSize(1);
    }

    private Exchange sendOver(TestAuthority.Identity shown) {
        URI post = hub.stand.post.uri();
        try (Cable front = new Cable(shown.tls().getServerSocketFactory(), post.getPort())) {
            return send(Map.of("url", "https://127.0.0.1:" + front.port() + post.getPath()));
        }
    }

    private HubException failure() {
        return (HubException) send().getException();
    }

    @Test
    void messageAndAttachmentArriveByteForByteAndTheProcessCardIsKept() throws Exception {
        Exchange done = send();
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt", String.class)).contains("beim Intermediär seit");
        assertThat(done.getProperty("stadtbus.receipt", byte[].class))
                .asString(UTF_8)
                .contains("InspectionReport");
        try (Dialog.Delivery delivery =
                hub.stand.dialog(OsciStand.READER).fetch().orElseThrow()) {
            Content content = new ContentReader(OsciStand.READER, OsciStand.trust(), new Algorithms(false))
                    .read(delivery.message());
            assertThat(content.payload()).isEqualTo(PAYLOAD);
            assertThat(content.files()).singleElement().satisfies(plan -> {
                assertThat(plan.id()).isEqualTo("Plan äöü.pdf");
                try (InputStream bytes = plan.source().open()) {
                    assertThat(bytes.readAllBytes()).isEqualTo(PLAN);
                }
            });
        }
    }

    @Test
    void lostAnswerLeadsToNoSecondMessage() throws Exception {
        String id = hub.stand.dialog(OsciStand.AUTHOR).newMessageId();
        hub.notes().write("osci-" + OsciHub.PROCEDURE, message.envelope().messageId(), id);
        Dialog before = hub.stand.dialog(OsciStand.AUTHOR);
        before.store(id, "", OsciStand.content("<meldung/>"), OsciStand.READER.cipher());
        assertThat(send().getMessage().getHeader("StadtbusReceipt", String.class))
                .contains(id);
        assertThat(hub.stand.post.taken()).containsExactly(id);
    }

    @Test
    void idThatWasNotedBeforeACrashIsUsed() throws Exception {
        String id = hub.stand.dialog(OsciStand.AUTHOR).newMessageId();
        hub.notes().write("osci-" + OsciHub.PROCEDURE, message.envelope().messageId(), id);
        send();
        assertThat(hub.stand.post.taken()).containsExactly(id);
    }

    @Test
    void intermediaryThatIsAwayHangsUpOrIsSlowIsTriedAgain() {
        for (Fault fault : new Fault[] {
            new Fault.Down(), new Fault.HangUp(), new Fault.Error(503), new Fault.Slow(Duration.ofSeconds(4))
        }) {
            hub.stand.post.fault(fault);
            HubException failed = failure();
            assertThat(failed.kind()).as(fault.toString()).isEqualTo(FailureKind.TRANSIENT);
            assertThat(failed.problemCode()).isEqualTo("osci-unreachable");
        }
        hub.stand.post.fault(new Fault.None());
        send();
        assertThat(hub.stand.post.taken()).hasSize(1);
    }

    @Test
    void replayIsAMessageOfItsOwn() {
        send();
        message = new Message(message.envelope().replayed(), message.payload());
        send();
        assertThat(hub.stand.post.taken()).hasSize(2);
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.EXPIRED_CERTIFICATE)
    void expiredCertificateIsACaseForAPerson() throws Exception {
        camel.stop();
        camel = start(
                OsciStand.AUTHORITY.party("abgelaufen", java.time.Instant.now().minus(Duration.ofDays(1)), 3072));
        HubException failed = failure();
        assertThat(failed.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failed.problemCode()).isEqualTo("osci-9700");
        assertThat(hub.stand.post.taken()).isEmpty();
    }
}
