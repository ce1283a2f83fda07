package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.sandbox.http.Fault;

class OutageTest {

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.Down(),
                new Fault.Error(500),
                new Fault.Error(503),
                new Fault.Error(429),
                new Fault.HangUp(),
                new Fault.Slow(Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatAnOutageInterruptsIsDoneAfterwardsAndOnce(Fault fault, @TempDir Path folder) throws Exception {
        try (TestCity city = new TestCity(folder)) {
            Draft.File file = Draft.File.of("a", "a.txt", "text/plain", "", new byte[1000]);
            Announced sent = city.sender.send(
                    Draft.of(TestCity.SERVICE, TestCity.FORM, "{}".getBytes(StandardCharsets.UTF_8), file));
            FitConnectApi api = city.api();
            assertThat(api.waiting()).hasSize(1);
            city.intake.before(application -> city.server().fault(fault));
            city.subscriber();
            await().until(() -> !city.intake.kept().isEmpty());

            assertThatThrownBy(api::waiting).isInstanceOfSatisfying(HubException.class, e -> assertThat(e.kind())
                    .isEqualTo(FailureKind.TRANSIENT));
            city.intake.before(application -> {});
            city.server().fault(new Fault.None());

            await().untilAsserted(() ->
                    assertThat(city.point.state(sent.submissionId())).isEqualTo("accepted"));
            assertThat(city.intake.kept()).hasSize(1);
            assertThat(city.point.events(sent.submissionId())).hasSize(1);
            assertThat(city.intake.refusals()).isEmpty();
        }
    }
}
