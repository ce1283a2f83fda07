package org.stadtbus.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.cli.Ports;
import org.stadtbus.testkit.Program;

/** What a person sees who types {@code ./stadtbus demo}. */
class DemoIT {
    private static final int PATIENCE_SECONDS = 240;

    @TempDir
    private Path folder;

    @Test
    void twentyApplicationsEndAsTheirSamplesSayAndTheJourneyPageShowsTheSame() throws Exception {
        int port = Ports.free();
        try (Program demo =
                Program.start("demo", "--json", "--data", folder.toString(), "--port", String.valueOf(port))) {
            assertThat(demo.awaitLine(line -> line.startsWith("{\"journeys\""), PATIENCE_SECONDS))
                    .as(demo.text())
                    .isTrue();
            DemoResult result = DemoResult.of(demo);
            assertThat(result.counts()).as(demo.text()).isEqualTo(DemoResult.EXPECTED);
            assertThat(new Deliveries(folder.resolve("stadt")).twice()).isEmpty();
            assertThat(demo.stop(30)).isEqualTo(SIGTERM);
        }
    }

    private static final int SIGTERM = 143;
}
