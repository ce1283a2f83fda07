package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;

/** A message at whose handling the whole process dies is put aside after some starts; the others arrive. */
class DeadlyMessageIT {
    private static final int DEATH = 99;
    private static final int MOST_STARTS = 9;

    @TempDir
    Path folder;

    @Test
    void messageThatKillsTheHubIsPutAsideAndTheOthersArrive() throws Exception {
        int deaths = 0;
        int code = start();
        while (code == DEATH && deaths < MOST_STARTS) {
            deaths++;
            code = start();
        }
        String output = Files.readString(folder.resolve("log.txt"));
        assertThat(code).as(output).isZero();
        assertThat(deaths).isEqualTo(5);
        assertThat(Files.readAllLines(folder.resolve("arrived.txt"))).contains("before/1", "after/1");
    }

    private int start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeadlyMessageIT.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** The hub's deliveries to a target that ends the process when the bomb comes. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path arrived = folder.resolve("arrived.txt");
        Procedure procedure = Policy.ordered(1).of("register");
        DeliveryStand stand = DeliveryStand.start(folder.resolve("hub"), procedure, message -> {
            if (message.envelope().messageId().equals("bombe/1")) {
                Runtime.getRuntime().halt(DEATH);
            }
            Files.write(
                    arrived,
                    List.of(message.envelope().messageId()),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
            return Receipt.of("angenommen");
        });
        stand.send(procedure, "before/1", "bombe/1", "after/1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> stand.clearingCases() == 1 && stand.waiting(procedure) == 0);
        Runtime.getRuntime().halt(0);
    }
}
