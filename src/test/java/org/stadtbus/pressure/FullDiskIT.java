package org.stadtbus.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.Neighbour;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.HubProcess;
import org.stadtbus.testkit.SmallDisk;
import org.stadtbus.testkit.TradeRegister;

/** Real file systems run full under a real hub process: refused at the door, nothing accepted is lost, it resumes by itself. */
class FullDiskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int DISK_MB = 128;
    private static final int RESERVE_MB = 24;
    private static final int LEFT_MB = 12;
    private static final int MOST_SENDS = 5000;

    @TempDir
    Path folder;

    @Test
    void fullDiskIsRefusedAtTheDoor() throws Exception {
        try (SmallDisk broker = SmallDisk.mount(folder.resolve("klein"), DISK_MB);
                HubProcess hub = new HubProcess(
                        folder,
                        Map.of(
                                "spring.artemis.embedded.data-directory",
                                broker.folder().resolve("broker").toString(),
                                "stadtbus.pressure.min-free",
                                RESERVE_MB + "MB"))) {
            hub.city().fault(Neighbour.SFTP, new Fault.Down());
            for (int i = 0; i < 5; i++) {
                assertThat(hub.send("vorher-" + i).statusCode()).isEqualTo(202);
            }
            broker.fill(LEFT_MB);

            awaitRefusal(hub, "hub-full", "des Nachrichtenspeichers");
            hub.city().fault(Neighbour.SFTP, new Fault.None());
            await("deliveries go on")
                    .atMost(PATIENCE)
                    .until(() -> hub.registered().size() == 5);
            assertThat(hub.send("mittendrin").statusCode()).isEqualTo(503);

            broker.empty();

            await("resumes").atMost(PATIENCE).until(() -> hub.send("nachher").statusCode() == 202);
            await("delivered once each")
                    .atMost(PATIENCE)
                    .until(() -> hub.registered().size() == 6);
            assertThat(hub.program().text().split("Der Eingang ist geschlossen", -1))
                    .as("one line a change, none a request")
                    .hasSize(2);
            assertThat(hub.program().text()).contains("Der Eingang ist wieder offen.");
        }
    }

    @Test
    void fullVaultIsRefusedAtTheDoorAndInTheMiddleOfARequest() throws Exception {
        try (SmallDisk vault = SmallDisk.mount(folder.resolve("klein"), DISK_MB);
                HubProcess hub = new HubProcess(
                        folder,
                        Map.of(
                                "stadtbus.vault.folder",
                                vault.folder().resolve("tresor").toString(),
                                "stadtbus.pressure.min-free",
                                RESERVE_MB + "MB",
                                // the first refusal comes from the vault itself: the gate looks only later
                                "stadtbus.pressure.interval",
                                "5s"))) {
            byte[] form =
                    Files.readAllBytes(Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json"));
            vault.fill(0);
            HttpResponse<String> middle = hub.send("anlage", form, "x".repeat(200_000));
            assertThat(middle.statusCode()).as(middle.body()).isEqualTo(503);
            assertThat(middle.headers().firstValue("Retry-After")).isPresent();
            try (Stream<Path> half = Files.list(vault.folder().resolve("tresor/spool"))) {
                assertThat(half).as("nothing half").isEmpty();
            }
            awaitRefusal(hub, "hub-full", "des Tresors");

            vault.empty();

            await("resumes")
                    .atMost(PATIENCE)
                    .until(() -> hub.send("anlage", form, "x".repeat(200_000)).statusCode() == 202);
            await("delivered").atMost(PATIENCE).until(() -> hub.registered().size() == 1);
        }
    }

    @Test
    void brokerThatCannotWriteEndsTheProcessAndNothingAcceptedIsLost() throws Exception {
        try (SmallDisk broker = SmallDisk.mount(folder.resolve("klein"), DISK_MB);
                TradeRegister register = new TradeRegister();
                HubProcess hub = new HubProcess(
                        folder,
                        Map.of(
                                "stadtbus.home",
                                register.home(folder.resolve("home")).toString(),
                                "spring.artemis.embedded.data-directory",
                                broker.folder().resolve("broker").toString(),
                                "stadtbus.pressure.min-free",
                                "0MB",
                                "stadtbus.pressure.min-free-percent",
                                "0"))) {
            broker.fill(0);

            Set<String> accepted = sendUntilNobodyAnswers(hub);

            assertThat(hub.program().exitCode(PATIENCE.toSeconds()))
                    .as(hub.program().text())
                    .isEqualTo(75);
            assertThat(hub.program().text()).contains("Angenommenes ist nicht verloren");
            broker.empty();
            hub.startAgain();
            await("all accepted").atMost(PATIENCE).untilAsserted(() -> assertThat(missing(accepted, register))
                    .as(hub.program().text())
                    .isEmpty());
            assertThat(register.doubled()).isEmpty();
        }
    }

    private static Set<String> missing(Set<String> accepted, TradeRegister register) {
        Set<String> missing = new HashSet<>(accepted);
        missing.removeAll(register.businesses());
        return missing;
    }

    private static Set<String> sendUntilNobodyAnswers(HubProcess hub) throws Exception {
        String form = Files.readString(Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json"));
        Set<String> accepted = new HashSet<>();
        for (int i = 0; i < MOST_SENDS; i++) {
            String business = UUID.randomUUID().toString();
            byte[] body = form.replace("Café \\\"Zur Linde\\\"; Inh. Škoda", "Betrieb " + business)
                    .getBytes(StandardCharsets.UTF_8);
            try {
                HttpResponse<String> answer = hub.send(business, body, "");
                if (answer.statusCode() != 202) {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    return accepted;
                }
                accepted.add(business);
            } catch (java.io.IOException gone) {
                return accepted;
            }
        }
        throw new AssertionError("The broker's disk took " + MOST_SENDS + " applications");
    }

    private static void awaitRefusal(HubProcess hub, String code, String words) {
        await("refused").atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> refused = hub.send("zu-" + System.nanoTime());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(Json.read(refused.body()).path("code").asText()).isEqualTo(code);
            assertThat(Json.read(refused.body()).path("detail").asText()).contains(words);
            assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        });
    }
}
