package org.stadtbus.connector.osci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Queues;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.osci.ProcessCard;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.osci.Authority;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.RunningHub;

/** An intermediary brings messages to a running hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassiveRecipientIT {
    private static final String PROCEDURE = "ratsstream";
    /** Takes only what its named author has signed. */
    private static final String CHECKED = "meldewesen";

    private static final String PASSWORD = "geheim";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunningHub hub;
    private OsciStand stand;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        stand = new OsciStand(folder.resolve("osci"));
        Path keys = folder.resolve("hub.p12");
        Authority.write(Authority.keys(OsciStand.READER, PASSWORD), keys, PASSWORD);
        Path trusted = folder.resolve("partner.p12");
        Authority.write(
                Authority.trusted(Map.of(
                        "ca", OsciStand.AUTHORITY.certificate(),
                        "intermediaer-chiffrat", OsciStand.intermediary().cipher(),
                        "intermediaer-signatur", OsciStand.intermediary().signature())),
                trusted,
                PASSWORD);
        Map<String, String> settings = new LinkedHashMap<>();
        store(settings, "keystore", keys);
        store(settings, "truststore", trusted);
        settings.put("stadtbus.osci.passive.bundle", "osci");
        settings.put("stadtbus.osci.passive.max-message", "200KB");
        settings.put("stadtbus.osci.passive.recipients[0].procedure", PROCEDURE);
        settings.put("stadtbus.osci.passive.recipients[1].procedure", CHECKED);
        settings.put("stadtbus.osci.passive.recipients[1].author-service", "urn:example:rueckmeldung");
        settings.put("stadtbus.osci.passive.recipients[1].author-standard", "xmeld-26.11");
        hub = RunningHub.start(folder.resolve("hub"), settings, "sandbox");
    }

    private static void store(Map<String, String> settings, String name, Path file) {
        String prefix = "spring.ssl.bundle.jks.osci." + name;
        settings.put(prefix + ".location", "file:" + file);
        settings.put(prefix + ".password", PASSWORD);
        settings.put(prefix + ".type", "PKCS12");
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
        stand.close();
    }

    private URI address() {
        return hub.uri().resolve("/osci/" + PROCEDURE);
    }

    @Test
    void broughtMessageIsInTheHubAndItsAuthorKnowsIt() throws Exception {
        Dialog dialog = stand.dialog(OsciStand.AUTHOR);
        String id = dialog.newMessageId();
        ProcessCard card =
                dialog.mediate(id, "", address(), OsciStand.content("<a/>", "Plan.pdf"), OsciStand.READER.cipher());
        assertThat(card.reception()).isPresent();
        assertThat(hub.bean(Broker.class).shelf().contents(Queues.answers(PROCEDURE), 10))
                .filteredOn(envelope -> id.equals(envelope.externalReference()))
                .singleElement()
                .satisfies(envelope -> assertThat(envelope.attachments()).hasSize(1));
    }

    @Test
    void emptyMessageIsRefusedAndItsAuthorKnowsIt() throws Exception {
        refused(address(), "");
    }

    @Test
    void messageWhoseNamedAuthorIsUnknownIsRefusedWhereAuthorsAreChecked() throws Exception {
        String named =
                "<m><nachrichtenkopf.g2g><autor><kennung>ags:99999999</kennung></autor></nachrichtenkopf.g2g></m>";
        assertThat(refused(address().resolve("/osci/" + CHECKED), named)).contains("ags:99999999");
    }

    private String refused(URI recipient, String payload) throws Exception {
        Dialog dialog = stand.dialog(OsciStand.AUTHOR);
        String id = dialog.newMessageId();
        assertThat(catchThrowableOfType(
                                OsciException.class,
                                () -> dialog.mediate(
                                        id, "", recipient, OsciStand.content(payload), OsciStand.READER.cipher()))
                        .code())
                .isEqualTo("9805");
        await().atMost(PATIENCE).until(() -> found(id).size() == 1);
        return hub.journal().steps(found(id).get(0).journeyId()).get(0).sentence();
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.MALFORMED)
    void garbageGetsAFaultAndAnUnknownRecipientNotFound() throws Exception {
        HttpResponse<String> fault = post(address(), "Guten Tag");
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("soap:Fault", "9100").doesNotContain("Exception");
        URI unknown = address().resolve("/osci/gibt-es-nicht");
        assertThat(post(unknown, "Guten Tag").statusCode()).isEqualTo(404);
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.OVERSIZED)
    void orderThatIsTooLargeIsNotRead() throws Exception {
        assertThat(post(address(), "x".repeat(300_000)).statusCode()).isEqualTo(413);
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.REPLAYED)
    void orderThatIsReplayedIsAnsweredAndItsMessageTakenOnce() throws Exception {
        List<byte[]> orders = new CopyOnWriteArrayList<>();
        String id;
        try (LocalServer wire = new LocalServer(0)
                .on("POST", "/osci", request -> {
                    byte[] order = request.body().readAllBytes();
                    orders.add(order);
                    HttpResponse<byte[]> answer = post(order);
                    return Answer.bytes(answer.statusCode(), "text/xml", answer.body());
                })
                .start()) {
            Dialog dialog = stand.dialog(OsciStand.AUTHOR);
            id = dialog.newMessageId();
            URI eavesdropped = wire.uri().resolve("/osci");
            dialog.mediate(id, "", eavesdropped, OsciStand.content("<zweimal/>"), OsciStand.READER.cipher());
        }
        assertThat(post(orders.get(0)).statusCode()).isEqualTo(200);
        assertThat(hub.bean(Broker.class).shelf().contents(Queues.answers(PROCEDURE), 10))
                .filteredOn(envelope -> id.equals(envelope.externalReference()))
                .hasSize(1);
    }

    private HttpResponse<byte[]> post(byte[] order) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address())
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(order))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private List<JournalQueries.Journey> found(String id) {
        return hub.journal().journeys(new JournalQueries.Filter(id, null, null, null), 10);
    }

    private static HttpResponse<String> post(URI address, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
