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
import org.stadtbus.testkit.ServiceManager;
import org.stadtbus.testkit.TestHome;

/** Messages whose mapping takes all the memory there is, or all the stack, on a hub with a small heap. */
class PoisonMessageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** What the JVM ends with by -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

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
                <xsl:value-of select="string-join((1 to 2000000000) ! 'mehr, als da ist')"/>
              </xsl:if>
              <xsl:if test="$business?name = 'Bombe Tiefe'"><xsl:value-of select="f:deep(1)"/></xsl:if>
            """;

    @TempDir
    Path folder;

    @Test
    void poisonMessageIsQuarantinedAndTheHubLives() throws Exception {
        TestHome home = TestHome.copy(folder.resolve("home")).replace(MAPPING, TEMPLATE, BOMBS);
        try (HubProcess hub = new HubProcess(
                        folder, Map.of("stadtbus.home", home.folder().toString()), "-Xmx256m");
                ServiceManager manager = ServiceManager.of(hub)) {
            String memory = send(hub, "Bombe Speicher");
            String stack = send(hub, "Bombe Tiefe");
            List<String> good = List.of(send(hub, "Backstube"), send(hub, "Schlosserei"), send(hub, "Gärtnerei"));

            awaitState(hub, memory, "klaerfall");
            awaitState(hub, stack, "klaerfall");
            good.forEach(journey -> awaitState(hub, journey, "weitergeleitet"));
            awaitState(hub, send(hub, "Nachzügler"), "weitergeleitet");
            await("delivered").atMost(PATIENCE).until(() -> hub.registered().size() == 4);
            assertThat(last(hub, memory)).contains("5-mal abgestürzt");
            assertThat(last(hub, stack)).contains("SXLM0001");
            assertThat(manager.exits())
                    .as("ended by the message that takes all memory alone, which is tried five times")
                    .hasSize(5)
                    .containsOnly(OUT_OF_MEMORY);
        }
    }

    private static void awaitState(HubProcess hub, String journey, String wanted) {
        await(journey).atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        hub.journey(journey).path("state").asText())
                .as(hub.program().text())
                .isEqualTo(wanted));
    }

    private static String send(HubProcess hub, String name) throws Exception {
        String form = Files.readString(Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json"))
                .replace("Café \\\"Zur Linde\\\"; Inh. Škoda", name);
        assertThat(form).contains(name);
        AtomicReference<String> journey = new AtomicReference<>("");
        // while the hub is down, or its heap is full, a sender tries again
        await("accepted").atMost(PATIENCE).ignoreExceptions().until(() -> {
            var answer = hub.send(name.replaceAll("\\W", "-"), form.getBytes(StandardCharsets.UTF_8), "");
            journey.set(Json.read(answer.body()).path("journeyId").asText());
            return answer.statusCode() == 202;
        });
        return String.valueOf(journey.get());
    }

    private static String last(HubProcess hub, String journey) {
        JsonNode steps = hub.journey(journey).path("steps");
        return steps.path(steps.size() - 1).path("sentence").asText();
    }
}
