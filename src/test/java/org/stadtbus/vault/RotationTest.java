package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.HubException;

class RotationTest {
    private static final String BAU = "99012018001000";
    private static final String GEWERBE = "99050012104000";
    private static final int MANY = 400;

    @TempDir
    private Path home;

    @Test
    void rotationKilledInTheMiddleLosesNothingAndIsDoneAgain() throws Exception {
        List<String> addresses = store(MANY);
        Process rotating = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rotate.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> rewrapped() > 20);
        rotating.destroyForcibly().waitFor();

        assertThat(rewrapped()).as("killed in the middle").isLessThan(MANY);
        assertThatAllOpen(addresses);
        assertThat(new VaultAt(home).rotation().rotate(Optional.empty()).rewrapped())
                .isEqualTo(MANY);
        assertThatAllOpen(addresses);
        new VaultAt(home).rotation().rotate(Optional.empty());
        assertThatAllOpen(addresses);
    }

    @Test
    void aRunningVaultWrapsWithTheNewKeyAtOnce() throws Exception {
        Vault running = new VaultAt(home).at(Instant.now());
        running.store(BAU, new byte[] {1});

        new VaultAt(home).rotation().rotate(Optional.empty());
        running.store(BAU, new byte[] {2});

        assertThat(new VaultAt(home).rotation().rotate(Optional.empty()).rewrapped())
                .isEqualTo(2);
    }

    @Test
    void afterTheSecondRotationTheFirstKeyOpensNothing() throws Exception {
        store(3);
        Path keyFile = home.resolve("keys/vault/" + BAU + ".json");
        String stolen = Files.readString(keyFile);

        new VaultAt(home).rotation().rotate(Optional.of(BAU));
        new VaultAt(home).rotation().rotate(Optional.of(BAU));
        DrawerKey now = DrawerKey.parse(Files.readString(keyFile));

        assertThat(now.retired()).hasSize(1).doesNotContain(id(stolen));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyTheDrawerThatWasNamedIsRotated() throws Exception {
        store(1);
        new VaultAt(home).at(Instant.now()).store(GEWERBE, new byte[] {7});
        String before = Files.readString(home.resolve("keys/vault/" + GEWERBE + ".json"));

        new VaultAt(home).rotation().rotate(Optional.of(BAU));

        assertThat(home.resolve("keys/vault/" + GEWERBE + ".json")).hasContent(before);
        assertThatThrownBy(() -> new VaultAt(home).rotation().rotate(Optional.of("gibt-es-nicht")))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("gibt-es-nicht");
    }

    @Test
    void aDamagedCopyKeepsTheOldKeysAndIsCounted() throws Exception {
        store(2);
        Path damaged = copies().get(0);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[Header.BYTES - 1] ^= 1;
        Files.write(damaged, bytes);

        new VaultAt(home).rotation().rotate(Optional.empty());
        Rotation.Result second = new VaultAt(home).rotation().rotate(Optional.empty());

        assertThat(second.failed()).isEqualTo(1);
        assertThat(DrawerKey.parse(Files.readString(home.resolve("keys/vault/" + BAU + ".json")))
                        .retired())
                .hasSize(2);
    }

    private static int id(String keyset) throws Exception {
        byte[] wrapped = DrawerKey.parse(keyset).wrap(new byte[32], new byte[0]);
        return ByteBuffer.wrap(wrapped).getInt(1);
    }

    private List<String> store(int count) throws IOException {
        Vault vault = new VaultAt(home).at(Instant.now());
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(vault.store(BAU, ("Antrag " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .sha256());
        }
        return addresses;
    }

    private void assertThatAllOpen(List<String> addresses) throws IOException {
        Vault vault = new VaultAt(home).at(Instant.now());
        for (String address : addresses) {
            try (InputStream in = vault.open(address)) {
                assertThat(in.readAllBytes()).startsWith((byte) 'A');
            }
        }
    }

    private long rewrapped() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("vault/objects"))) {
            return files.filter(file -> file.toString().endsWith(Rewrap.SUFFIX)).count();
        }
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("vault/objects"))) {
            return files.filter(file -> file.toString().contains("." + BAU + "."))
                    .toList();
        }
    }

    /** Rotates in a process of its own, to be killed. */
    static final class Rotate {
        public static void main(String[] arguments) throws IOException {
            new VaultAt(Path.of(arguments[0])).rotation().rotate(Optional.empty());
        }
    }
}
