package org.stadtbus.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.CityKeys;
import org.stadtbus.testkit.Program;

/** The hub is killed with SIGKILL at a random moment of the demo, and started again: same results, nothing twice. */
class DemoSurvivesKillIT {
    private static final int LONGEST_LIFE_MILLIS = 9000;
    private static final int PATIENCE_SECONDS = 480;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    /** Keys of 4096 bits take seconds; every round's city may have the same. */
    @BeforeEach
    void useTheSameKeysInEveryRound() throws IOException {
        new CityKeys(shared).make();
        FileSystemUtils.copyRecursively(shared, folder.resolve("stadt/schluessel"));
    }

    /** Each build kills at another moment. */
    @RepeatedTest(1)
    void acceptedApplicationsSurviveKill(RepetitionInfo repetition) throws Exception {
        killAndStartAgain(repetition);
    }

    @Tag("soak")
    @RepeatedTest(10)
    void acceptedApplicationsSurviveTenKills(RepetitionInfo repetition) throws Exception {
        killAndStartAgain(repetition);
    }

    private void killAndStartAgain(RepetitionInfo repetition) throws Exception {
        long seed = System.nanoTime() + repetition.getCurrentRepetition();
        int life = new Random(seed).nextInt(LONGEST_LIFE_MILLIS);
        String round = "killed " + life + " ms after the hub was up";
        try (Program first = demo()) {
            assertThat(first.awaitLine(line -> line.startsWith("Der Stadtbus läuft"), PATIENCE_SECONDS))
                    .as(first.text())
                    .isTrue();
            first.awaitLine(line -> line.startsWith("{\"journeys\""), life / 1000);
            first.kill();
        }
        try (Program second = demo()) {
            int code = second.exitCode(PATIENCE_SECONDS);
            assertThat(code).as("%s:%n%s", round, second.text()).isZero();
            assertThat(DemoResult.of(second).counts()).as(round).isEqualTo(DemoResult.EXPECTED);
        }
        assertThat(new Deliveries(folder.resolve("stadt")).twice()).as(round).isEmpty();
    }

    private Program demo() {
        // without the official schemas journeys are "ungeprüft" and a start is faster; what is delivered is the same
        return Program.start(
                Map.of("STADTBUS_STANDARDS_DIR", shared.toString()),
                "demo",
                "--once",
                "--json",
                "--data",
                folder.toString(),
                "--port",
                String.valueOf(Ports.free()));
    }
}
