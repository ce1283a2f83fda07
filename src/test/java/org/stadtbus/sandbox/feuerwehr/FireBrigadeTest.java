package org.stadtbus.sandbox.feuerwehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.XbauMessage;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.stadtbus.sandbox.token.TokenIssuer;

/** What the simulated fire brigade promises. */
class FireBrigadeTest {
    private static final Path PARTICIPATION =
            Path.of("mappings/xbau-antrag-to-beteiligung/samples/einfamilienhaus.out.xml");
    private static final String SCOPE = "procedure:brandschutz-vorbeugend";
    private static final String KEY = "5bd3c1a0-0000-8000-8000-000000000001";

    private record Handed(String key, XbauMessage statement) {}

    @TempDir
    Path folder;

    private final List<Handed> handed = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile int hubStatus = 202;
    private TokenIssuer issuer;
    private LocalServer hub;
    private FireBrigade brigade;

    @BeforeEach
    void begin() throws JOSEException {
        issuer = new TokenIssuer(
                0,
                new RSAKeyGenerator(2048).keyID("k").generate(),
                Map.of("feuerwehr", new TokenIssuer.Client("geheim", SCOPE)));
        hub = new LocalServer(0)
                .on("POST", "/api/v1/procedures/brandschutz-vorbeugend/messages", this::takeIn)
                .start();
        brigade = brigade();
    }

    @AfterEach
    void end() {
        brigade.close();
        hub.close();
        issuer.close();
    }

    @Test
    void aParticipationIsAnsweredWithItsStatement() throws Exception {
        assertThat(post(KEY)).isEqualTo(202);
        untilAnswered();
        assertThat(handed).hasSize(1);
        assertThat(handed.get(0).statement().type()).isEqualTo("0303");
        assertThat(handed.get(0).key()).isEqualTo(handed.get(0).statement().id());
    }

    @Test
    void theSameKeyTwiceIsOneParticipation() throws Exception {
        post(KEY);
        untilAnswered();
        assertThat(post(KEY)).isEqualTo(202);
        brigade.close();
        assertThat(brigade.received()).containsExactly(KEY);
        assertThat(folder.resolve("offen")).isEmptyDirectory();
        assertThat(handed).hasSize(1);
    }

    @Test
    void aHubThatWasDownGetsTheStatementWhenItIsBack() throws Exception {
        hub.fault(new Fault.Down());
        post(KEY);
        hub.fault(new Fault.None());
        untilAnswered();
        assertThat(handed).hasSize(1);
    }

    @Test
    void aHubThatHangsUpGetsTheSameMessageIdAgain() throws Exception {
        hub.fault(new Fault.HangUp());
        post(KEY);
        until(() -> assertThat(handed).hasSizeGreaterThan(1));
        hub.fault(new Fault.None());
        untilAnswered();
        assertThat(handed)
                .extracting(Handed::key)
                .hasSizeGreaterThan(1)
                .containsOnly(handed.get(0).key());
    }

    @Test
    void aRestartedBrigadeStillAnswers() throws Exception {
        hub.fault(new Fault.Error(503));
        post(KEY);
        brigade.close();
        brigade = brigade();
        assertThat(brigade.received()).containsExactly(KEY);
        hub.fault(new Fault.None());
        untilAnswered();
    }

    @Test
    void aRefusedStatementIsNotSentAgain() throws Exception {
        hubStatus = 422;
        post(KEY);
        until(() -> assertThat(brigade.refused()).containsExactly(KEY));
        brigade.close();
        assertThat(handed).hasSize(1);
    }

    @Test
    void whatIsNoParticipationIsRefused() throws Exception {
        assertThat(post("")).isEqualTo(400);
        assertThat(brigade.received()).isEmpty();
    }

    private FireBrigade brigade() {
        Client client = new Client(issuer.uri().resolve("/token"), "feuerwehr", "geheim");
        return new FireBrigade(0, folder, hub.uri(), client, Duration.ofMillis(20));
    }

    private Answer takeIn(Request request) throws IOException {
        assertThat(issuer.allows(request, SCOPE)).isTrue();
        handed.add(new Handed(
                request.header("Idempotency-Key").orElseThrow(),
                XbauMessage.read(request.body().readAllBytes()).orElseThrow()));
        return Answer.of(hubStatus);
    }

    private int post(String key) throws Exception {
        URI url = brigade.url();
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofFile(PARTICIPATION))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void untilAnswered() {
        until(() -> assertThat(brigade.answered()).containsExactly(KEY));
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(met);
    }
}
