package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Filter;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.CityKeys;
import org.stadtbus.testkit.AccessToken;
import org.stadtbus.testkit.RunningHub;

/** A production hub: who may not send is told so and leaves no trace in the journal, and no test message comes in. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputAccessIT {
    private static final Path FORM = Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json");

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningHub hub;
    private OnlineForms forms;
    private Outcomes outcomes;
    private CityKeys keys;
    private URI address;

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.start(folder, Map.of());
        forms = new OnlineForms(hub);
        outcomes = new Outcomes(hub);
        keys = new CityKeys(folder.resolve("stadt/schluessel"));
        address = forms.address("99050012104000");
    }

    @AfterAll
    void end() {
        try (RunningHub closed = hub) {
            outcomes.logIsDiscreet();
        }
    }

    private Reply send(String... authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofFile(FORM));
        if (authorization.length > 0) {
            request.header("Authorization", "Bearer " + authorization[0]);
        }
        int before = hub.journal().journeys(Filter.all(), 500).size();
        Reply reply = Reply.of(http.send(request.build(), BodyHandlers.ofString()));
        assertThat(hub.journal().journeys(Filter.all(), 500)).hasSize(before);
        return reply;
    }

    private AccessToken token() {
        return AccessToken.of(keys.tokenKey(), hub).subject(City.ONLINE_FORM).scope("intake:submit");
    }

    @Test
    void nobodyWithoutTokenIsHeard() throws Exception {
        send().isProblem(401, "no-token");
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        send(token().lifetime(Duration.ofMinutes(-10)).sign()).isProblem(401, "invalid-token");
    }

    @Test
    void aTokenOfAnotherIssuersKeyIsRefused() throws IOException, InterruptedException, JOSEException {
        var foreign =
                new RSAKeyGenerator(2048).keyID(keys.tokenKey().getKeyID()).generate();
        send(AccessToken.of(foreign, hub).scope("intake:submit").sign()).isProblem(401, "invalid-token");
    }

    @Test
    void aTokenForOtherThingsIsRefused() throws Exception {
        send(token().scope("journeys:read").sign()).isProblem(403, "forbidden");
        send(token().scope("procedure:gewerberegister").sign()).isProblem(403, "forbidden");
    }

    @Test
    void nonsenseForATokenIsRefused() throws Exception {
        send("a.b.c").isProblem(401, "invalid-token");
    }

    @Test
    void aTestMessageIsRefusedAndTheSameOneInEarnestIsTaken() throws Exception {
        String key = OnlineForms.key();
        Reply test = forms.json(address, Files.readAllBytes(FORM), key, "Stadtbus-Test", "true");
        test.isProblem(422, "test-in-production");
        outcomes.refused(test.journeyId(), "kein Testsystem");

        Reply earnest = forms.json(address, Files.readAllBytes(FORM), key);
        earnest.isAccepted();
        outcomes.state(earnest.journeyId(), JourneyState.FORWARDED);
    }
}
