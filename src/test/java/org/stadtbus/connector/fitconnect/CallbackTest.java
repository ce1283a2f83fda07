package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.testkit.Refuses;

/** The zustellpunkt calls back for real; what it sent is given to the controller, changed or not. */
class CallbackTest {
    private record Call(String timestamp, String authentication, String body) {}

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final LocalServer hub = new LocalServer(0)
            .on("POST", "/fit-connect/callback", request -> {
                calls.add(new Call(
                        request.header("callback-timestamp").orElseThrow(),
                        request.header("callback-authentication").orElseThrow(),
                        request.text()));
                return Answer.of(200);
            })
            .start();

    private TestCity city;
    private Poller poller;
    private Announced sent;
    private Call call;

    @BeforeEach
    void submitWhileNobodyLooks(@TempDir Path folder) throws Exception {
        city = new TestCity(folder, () -> hub.uri().resolve("/fit-connect/callback"));
        poller = city.subscriber(Duration.ofHours(1), city.limits);
        Announced first = city.sender.send(draft());
        take();
        poller.lookNow();
        await().until(() -> city.point.state(first.submissionId()).equals("accepted"));
        sent = city.sender.send(draft());
        call = take();
    }

    private Call take() throws InterruptedException {
        Call taken = calls.poll(20, TimeUnit.SECONDS);
        assertThat(taken).isNotNull();
        return taken;
    }

    @AfterEach
    void stop() {
        city.close();
        hub.close();
    }

    private static Draft draft() {
        return Draft.of(TestCity.SERVICE, TestCity.FORM, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions callBack(Call made, Clock clock) throws Exception {
        CallbackController controller = new CallbackController(new CallbackCheck("callback-geheim", clock), poller);
        return MockMvcBuilders.standaloneSetup(controller)
                .build()
                .perform(post("/fit-connect/callback")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("callback-timestamp", made.timestamp())
                        .header("callback-authentication", made.authentication())
                        .content(made.body()));
    }

    @Test
    void theZustelldienstsCallMakesTheHubLookAtOnce() throws Exception {
        callBack(call, Clock.systemUTC()).andExpect(status().isOk());

        await().until(() -> city.point.state(sent.submissionId()).equals("accepted"));
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.WRONGLY_SIGNED)
    void aCallThatIsNotTheZustelldienstsIsRefusedAndChangesNothing() throws Exception {
        assertRefused(new Call(call.timestamp(), "0".repeat(128), call.body()));
        assertRefused(new Call(call.timestamp(), "", call.body()));
        assertRefused(new Call("", call.authentication(), call.body()));
        assertRefused(new Call(call.timestamp(), call.authentication(), call.body() + " "));
        assertRefused(new Call(later(call.timestamp()), call.authentication(), call.body()));
        assertRefused(new Call(call.timestamp(), call.authentication(), "x".repeat(70_000)));
    }

    private static String later(String timestamp) {
        return String.valueOf(Long.parseLong(timestamp) + 1);
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.REPLAYED)
    void aCallOlderThanFiveMinutesIsRefused() throws Exception {
        Instant made = Instant.ofEpochSecond(Long.parseLong(call.timestamp()));
        refused(callBack(call, Clock.fixed(made.plusSeconds(301), ZoneOffset.UTC)));
        refused(callBack(call, Clock.fixed(made.minusSeconds(301), ZoneOffset.UTC)));
        assertNobodyLooked();
        callBack(call, Clock.fixed(made.plusSeconds(299), ZoneOffset.UTC)).andExpect(status().isOk());
    }

    private void assertRefused(Call made) throws Exception {
        refused(callBack(made, Clock.systemUTC()));
        assertNobodyLooked();
    }

    private static void refused(ResultActions answer) throws Exception {
        answer.andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("callback-not-genuine"));
    }

    private void assertNobodyLooked() throws IOException {
        assertThat(city.api().waiting()).hasSize(1);
        assertThat(city.intake.asked()).isEqualTo(1);
    }
}
