package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.intake.Intake.Refusal;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.Draft.Tampering;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.testkit.Refuses;

class TamperingTest {
    private static final byte[] DATA = "{\"geheim\":\"Ärztin\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void start() throws IOException {
        city = new TestCity(folder);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private static Draft draft(String service, int attachmentSize) {
        return Draft.of(
                service,
                TestCity.FORM,
                DATA,
                Draft.File.of("plan", "plan.pdf", "application/pdf", "Plan", new byte[attachmentSize]));
    }

    private JsonNode rejection(Announced sent) throws Exception {
        await().untilAsserted(
                        () -> assertThat(city.point.state(sent.submissionId())).isEqualTo("rejected"));
        return city.problem(sent.submissionId());
    }

    private void assertRefusedOnce(Announced sent, String code) {
        assertThat(city.intake.asked()).as("nothing is handed in").isZero();
        Refusal refusal = city.intake.refusals().get(0);
        assertThat(city.intake.refusals()).hasSize(1);
        assertThat(refusal.externalReference()).isEqualTo(sent.submissionId());
        assertThat(refusal.reason().problemCode()).isEqualTo(code);
        assertThat(refusal.reason().sentence()).doesNotContain("Ärztin").endsWith(".");
    }

    @ParameterizedTest
    @Refuses(
            connector = "fit-connect",
            value = {BadInput.MALFORMED, BadInput.WRONGLY_SIGNED, BadInput.WRONGLY_ENCRYPTED})
    @CsvSource({
        "WRONG_KEY, encryption-issue, metadata",
        "ATTACHMENT_HASH, hash-mismatch, attachment:plan",
        "DATA_HASH, hash-mismatch, data",
        "ATTACHMENT_CIPHERTEXT, encryption-issue, attachment:plan",
        "COMPRESSED, encryption-issue, data",
        "BROKEN_METADATA, schema-violation, metadata"
    })
    void whatIsNotAsItShouldBeGoesBackWithTheReason(Tampering wrong, String code, String instance) throws Exception {
        Announced sent = city.sender.send(draft(TestCity.SERVICE, 200_000).with(wrong));
        city.subscriber();

        JsonNode problem = rejection(sent);
        assertThat(problem.path("type").asText())
                .isEqualTo("https://schema.fitko.de/fit-connect/events/problems/" + code);
        assertThat(problem.path("instance").asText()).isEqualTo(instance);
        assertRefusedOnce(sent, code);
        assertNothingInVaultNorSpool();
    }

    private void assertNothingInVaultNorSpool() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("vault"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.OVERSIZED)
    void anAttachmentAboveTheLimitIsRejected() throws Exception {
        IntakeProperties small =
                new IntakeProperties(true, DataSize.ofMegabytes(1), DataSize.ofKilobytes(500), DataSize.ofMegabytes(1));
        Announced sent = city.sender.send(draft(TestCity.SERVICE, 2_000_000));
        city.subscriber(Duration.ofMillis(100), small);

        assertThat(rejection(sent).path("type").asText()).isEqualTo("urn:stadtbus:problem:too-large");
        assertRefusedOnce(sent, "too-large");
        assertNothingInVaultNorSpool();
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.OVERSIZED)
    void formDataAboveTheLimitAreRejectedWithoutBeingRead() throws Exception {
        byte[] large = ("{\"x\":\"" + "y".repeat(6_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Announced sent = city.sender.send(Draft.of(TestCity.SERVICE, TestCity.FORM, large));
        city.subscriber();

        assertThat(rejection(sent).path("type").asText()).isEqualTo("urn:stadtbus:problem:too-large");
        assertRefusedOnce(sent, "too-large");
    }

    @Test
    void aServiceThatIsNoLeikaKeyIsRejected() throws Exception {
        Announced sent = city.sender.send(draft("nonsense", 10));
        city.subscriber();

        assertThat(rejection(sent).path("type").asText()).isEqualTo("urn:stadtbus:problem:unknown-service");
        assertRefusedOnce(sent, "unknown-service");
    }
}
