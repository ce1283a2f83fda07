package org.stadtbus.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.Json;
import org.stadtbus.testkit.HubProcess;
import org.stadtbus.testkit.TestHome;

/** Messages whose mapping takes all the memory there is, or all the stack, on a hub with a small heap. */
class PoisonMessageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final String MAPPING = "mappings/gewerbeanmeldung-to-csv/mapping.xsl";
    private static final String TEMPLATE = "<xsl:template name=\"xsl:initial-template\">";
    private static final String BOMBS =
            """
            <xsl:function name="f:deep">
              <xsl:param name="n"/>
              <xsl:sequence select="1 + f:deep($n + 1)"/>
            </xsl:function>
            <xsl:template name="xsl:initial-template">
              <xsl:if test="$business?name = 'Bombe Speicher'">
                <xsl:value-of select="array:size(array{for $i in 1 to 2000000000 return string($i)})"
                    xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
              </xsl:if>
              <xsl:if test="$business?name = 'Bombe Tiefe'"><xsl:value-of select="f:deep(1)"/></xsl:if>
            """;

    @TempDir
    Path folder;

    @Test
    void poisonMessageIsQuarantinedAndTheHubLives() throws Exception {
        TestHome home = TestHome.copy(folder.resolve("home")).replace(MAPPING, TEMPLATE, BOMBS);
        try (HubProcess hub =
                new HubProcess(folder, Map.of("stadtbus.home", home.folder().toString()), "-Xmx256m")) {
            String memory = send(hub, "Bombe Speicher");
            String stack = send(hub, "Bombe Tiefe");
            List<String> good = List.of(send(hub, "Backstube"), send(hub, "Schlosserei"), send(hub, "Gärtnerei"));

            for (String journey : List.of(memory, stack)) {
                await("quarantined").atMost(PATIENCE).untilAsserted(() -> assertThat(state(hub, journey))
                        .as(hub.program().text())
                        .isEqualTo("klaerfall"));
            }
            assertThat(last(hub, memory)).contains("OutOfMemoryError", "auch bei jeder Wiederholung");
            good.forEach(journey -> await("good one").atMost(PATIENCE).until(() -> state(hub, journey)
                    .equals("weitergeleitet")));
            String later = send(hub, "Nachzügler");
            await("later one").atMost(PATIENCE).until(() -> state(hub, later).equals("weitergeleitet"));
            await("delivered").atMost(PATIENCE).until(() -> hub.registered().size() == 4);
            await("healthy").atMost(PATIENCE).untilAsserted(() -> assertThat(
                            hub.get("/actuator/health").body())
                    .contains("\"UP\""));
        }
    }

    private static String send(HubProcess hub, String name) throws Exception {
        String form = Files.readString(Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json"))
                .replace("Café \\\"Zur Linde\\\"; Inh. Škoda", name);
        assertThat(form).contains(name);
        AtomicReference<String> journey = new AtomicReference<>("");
        // while the heap is full the hub asks to come again, and a sender does
        await("accepted").atMost(PATIENCE).until(() -> {
            var answer = hub.send(name.replaceAll("\\W", "-"), form.getBytes(StandardCharsets.UTF_8), "");
            journey.set(Json.read(answer.body()).path("journeyId").asText());
            return answer.statusCode() == 202;
        });
        return String.valueOf(journey.get());
    }

    private static String state(HubProcess hub, String journey) {
        return hub.journey(journey).path("state").asText();
    }

    private static String last(HubProcess hub, String journey) {
        JsonNode steps = hub.journey(journey).path("steps");
        return steps.path(steps.size() - 1).path("sentence").asText();
    }
}
