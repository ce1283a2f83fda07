package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;
import org.stadtbus.testkit.RunningHub;

/** The official bundle is not installed: never "gültig", and in production not at all. */
class StandardsMissingIT {
    private static final String NOWHERE = "stadtbus.standards.dir";

    @TempDir
    private Path folder;

    @Test
    void aProductionRouteDoesNotStartAndSaysWhatToInstallWhere() throws Exception {
        try (RunningHub hub = RunningHub.start(folder, Map.of(NOWHERE, folder.toString()))) {
            HttpResponse<String> answer = submit(hub);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(Json.read(answer.body()).path("code").asText()).isEqualTo("service-closed");
            assertThat(Json.read(answer.body()).path("detail").asText()).contains("XBau 2.6", "xbau-2.6/xsd");
        }
    }

    @Test
    void inTheSandboxTheJourneyIsUnchecked() throws Exception {
        try (RunningHub hub = RunningHub.start(folder, Map.of(NOWHERE, folder.toString()), "sandbox")) {
            String id = Json.read(submit(hub).body()).path("journeyId").asText();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(hub.journal().journey(id)).hasValueSatisfying(journey -> {
                        assertThat(journey.state()).isEqualTo(JourneyState.DECIDED);
                        assertThat(journey.unchecked()).isTrue();
                    }));
            assertThat(hub.journal().steps(id))
                    .noneMatch(step -> step.sentence().contains("Gültig nach xbau"))
                    .anyMatch(step -> step.sentence().startsWith("Ungeprüft"));
        }
    }

    private static HttpResponse<String> submit(RunningHub hub) throws Exception {
        Sample sample = Samples.all().stream()
                .filter(s -> s.name().equals("einfamilienhaus"))
                .findFirst()
                .orElseThrow();
        return new OnlineForm(hub.city().client(City.ONLINE_FORM), hub.uri()).submit(sample, "1");
    }
}
