package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.pressure.Gate;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.Zeros;
import org.stadtbus.vault.FileVault;

class LargeAttachmentTest {
    private static final long BYTES = 200L * 1024 * 1024;

    @Test
    void twoHundredMegabytesPassThroughAHeapOf40(@TempDir Path folder) throws Exception {
        try (TestCity city = new TestCity(folder)) {
            Announced sent = city.sender.send(Draft.of(
                    TestCity.SERVICE,
                    TestCity.FORM,
                    "{}".getBytes(StandardCharsets.UTF_8),
                    new Draft.File("plan", "plan.pdf", "application/pdf", "Plan", () -> new Zeros(BYTES))));
            SmallHeap.run(
                    Subscriber.class,
                    40,
                    folder,
                    city.server().uri().toString(),
                    city.tokenUrl().toString(),
                    folder.toString());
            assertThat(city.point.state(sent.submissionId())).isEqualTo("accepted");
        }
    }

    /** Runs in a process of its own with a small heap, until the one submission is through. */
    static final class Subscriber {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[2]);
            FileVault vault = new FileVault(folder.resolve("small/vault"), folder.resolve("small/vault.json"));
            FitConnectProperties settings = TestCity.settings(
                    URI.create(arguments[0]), URI.create(arguments[1]), folder, Duration.ofMillis(200));
            IntakeProperties limits = new IntakeProperties(
                    true, DataSize.ofMegabytes(10), DataSize.ofMegabytes(300), DataSize.ofMegabytes(10));
            FitConnectConfiguration parts = new FitConnectConfiguration();
            FitConnectApi api = parts.fitConnectApi(settings, limits, Clock.systemUTC());
            KeptIntake intake = new KeptIntake();
            CountDownLatch taken = new CountDownLatch(1);
            intake.before(application -> taken.countDown());
            Poller poller = parts.fitConnectPoller(
                    api, intake, vault, settings, limits, () -> true, Gate.open(), Clock.systemUTC());
            poller.begin();
            if (!taken.await(100, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The submission did not come through");
            }
            poller.stop();
            check(vault, intake.kept().get(0).attachments().get(0));
        }

        private static void check(FileVault vault, Attachment attachment) {
            if (attachment.size() != BYTES || !vault.holds(attachment.sha256())) {
                throw new IllegalStateException("The vault does not hold " + attachment.size() + " bytes");
            }
        }
    }
}
