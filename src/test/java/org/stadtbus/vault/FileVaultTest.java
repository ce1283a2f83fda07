package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

class FileVaultTest {
    private static final byte[] PLAN = "Lageplan Z̈ingster Straße".getBytes(StandardCharsets.UTF_8);

    private final Path home;
    private final FileVault vault;

    FileVaultTest(@TempDir Path home) {
        this.home = home;
        this.vault = reopened(home);
    }

    private static FileVault reopened(Path home) {
        return new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
    }

    @Test
    void whatWasStoredComesBackByteForByteAfterARestart() throws IOException {
        Vault.Stored stored = vault.store(PLAN);

        assertThat(stored).isEqualTo(new Vault.Stored(Ids.sha256(PLAN), PLAN.length));
        assertThat(read(reopened(home), stored.sha256())).isEqualTo(PLAN);
    }

    @Test
    void anEmptyPayloadIsStoredToo() throws IOException {
        Vault.Stored stored = vault.store(new byte[0]);

        assertThat(read(vault, stored.sha256())).isEmpty();
    }

    @Test
    void onDiskNothingOfThePlainBytesCanBeRead() throws IOException {
        vault.store(PLAN);

        assertThat(Files.readString(onlyObject(), StandardCharsets.ISO_8859_1)).doesNotContain("Lageplan");
    }

    @Test
    void theSameBytesTwiceAreStoredOnce() throws IOException {
        vault.store(PLAN);
        vault.store(new ByteArrayInputStream(PLAN), PLAN.length);

        assertThat(objects()).hasSize(1);
        assertThat(vault.spool()).isEmptyDirectory();
    }

    @Test
    void everyChangedByteOnDiskIsNoticedWhileReading() throws IOException {
        byte[] plain = new byte[200_000];
        new Random(1).nextBytes(plain);
        String address = vault.store(plain).sha256();
        Path file = onlyObject();
        byte[] good = Files.readAllBytes(file);

        for (int position : new int[] {0, 1, 40, 70_000, good.length - 1}) {
            byte[] bad = good.clone();
            bad[position] ^= 1;
            Files.write(file, bad);
            assertThatThrownBy(() -> read(vault, address))
                    .as("byte %d", position)
                    .isInstanceOf(IOException.class);
        }
        Files.write(file, Arrays.copyOf(good, good.length - 50_000));
        assertThatThrownBy(() -> read(vault, address)).as("cut off").isInstanceOf(IOException.class);
    }

    @Test
    void aFileExchangedForAnotherOfTheSameVaultIsNoticed() throws IOException {
        String plan = vault.store(PLAN).sha256();
        Path planFile = onlyObject();
        vault.store(new byte[] {1});
        Path other =
                objects().stream().filter(f -> !f.equals(planFile)).findFirst().orElseThrow();
        Files.copy(other, planFile, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> read(vault, plan)).isInstanceOf(IOException.class);
    }

    @Test
    void aStreamAboveTheLimitIsRefusedAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> vault.store(new ByteArrayInputStream(new byte[1001]), 1000))
                .isInstanceOfSatisfying(HubException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
                    assertThat(e.problemCode()).isEqualTo("too-large");
                });
        assertThat(objects()).isEmpty();
        assertThat(vault.spool()).isEmptyDirectory();
        assertThat(vault.store(new ByteArrayInputStream(new byte[1000]), 1000).size())
                .isEqualTo(1000);
    }

    @Test
    void aStreamThatBreaksOffLeavesNothingBehind() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection lost");
                }
                left--;
                return 'x';
            }
        };

        assertThatThrownBy(() -> vault.store(broken, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT));
        assertThat(objects()).isEmpty();
        assertThat(vault.spool()).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftInTheSpoolIsForgottenAtStart() throws IOException {
        String address = vault.store(PLAN).sha256();
        Files.writeString(vault.spool().resolve("half-written"), "half");

        FileVault again = reopened(home);

        assertThat(again.spool()).isEmptyDirectory();
        assertThat(read(again, address)).isEqualTo(PLAN);
    }

    @Test
    void unknownAndMalformedAddressesAreGone() {
        for (String address : List.of(Ids.sha256(PLAN), "../../keys/vault.json", "")) {
            assertThat(vault.holds(address)).isFalse();
            assertThatThrownBy(() -> vault.open(address))
                    .isInstanceOfSatisfying(
                            HubException.class, e -> assertThat(e.problemCode()).isEqualTo("payload-gone"));
        }
    }

    @Test
    void keyAndPayloadsAreReadableByTheirOwnerAlone() throws IOException {
        vault.store(PLAN);

        for (Path file : List.of(home.resolve("keys/vault.json"), onlyObject())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLostKeyIsReportedInsteadOfReplacedWhileTheVaultIsNotEmpty() throws IOException {
        vault.store(PLAN);
        Files.delete(home.resolve("keys/vault.json"));

        assertThatThrownBy(() -> reopened(home))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Sicherung");
    }

    private static byte[] read(Vault vault, String address) throws IOException {
        try (InputStream in = vault.open(address)) {
            return in.readAllBytes();
        }
    }

    private Path onlyObject() throws IOException {
        List<Path> all = objects();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("vault/objects"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
