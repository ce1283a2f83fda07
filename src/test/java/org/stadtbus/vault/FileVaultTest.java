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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

class FileVaultTest {
    private static final String BAU = "99012018001000";
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
        Vault.Stored stored = vault.store(BAU, PLAN);

        assertThat(stored).isEqualTo(new Vault.Stored(Ids.sha256(PLAN), PLAN.length));
        assertThat(read(reopened(home), stored.sha256())).isEqualTo(PLAN);
    }

    @Test
    void anEmptyPayloadIsStoredToo() throws IOException {
        Vault.Stored stored = vault.store(BAU, new byte[0]);

        assertThat(read(vault, stored.sha256())).isEmpty();
    }

    @Test
    void onDiskNothingOfThePlainBytesCanBeRead() throws IOException {
        vault.store(BAU, PLAN);

        assertThat(Files.readString(onlyObject(), StandardCharsets.ISO_8859_1)).doesNotContain("Lageplan");
    }

    @Test
    void theSameBytesTwiceAreStoredOnce() throws IOException {
        vault.store(BAU, PLAN);
        vault.store(BAU, new ByteArrayInputStream(PLAN), PLAN.length);

        assertThat(objects()).hasSize(1);
        assertThat(vault.spool()).isEmptyDirectory();
    }

    @Test
    void everyChangedByteOnDiskIsNoticedWhileReading() throws IOException {
        byte[] plain = new byte[200_000];
        new Random(1).nextBytes(plain);
        String address = vault.store(BAU, plain).sha256();
        Path file = onlyObject();
        byte[] good = Files.readAllBytes(file);

        for (int position : positions(good.length)) {
            byte[] bad = good.clone();
            bad[position] ^= 1;
            Files.write(file, bad);
            assertThatThrownBy(() -> read(vault, address))
                    .as("byte %d", position)
                    .isInstanceOfAny(IOException.class, HubException.class);
        }
        Files.write(file, Arrays.copyOf(good, good.length - 50_000));
        assertThatThrownBy(() -> read(vault, address)).as("cut off").isInstanceOf(IOException.class);
    }

    /** Every byte of the header, and some of the content. */
    private static int[] positions(int length) {
        return IntStream.concat(IntStream.range(0, Header.BYTES + 50), IntStream.of(70_000, 140_000, length - 1))
                .toArray();
    }

    @Test
    void aFileExchangedForAnotherOfTheSameVaultIsNoticed() throws IOException {
        String plan = vault.store(BAU, PLAN).sha256();
        Path planFile = onlyObject();
        vault.store(BAU, new byte[] {1});
        Path other =
                objects().stream().filter(f -> !f.equals(planFile)).findFirst().orElseThrow();
        Files.copy(other, planFile, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> read(vault, plan)).isInstanceOf(HubException.class);
    }

    @Test
    void aStreamAboveTheLimitIsRefusedAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> vault.store(BAU, new ByteArrayInputStream(new byte[1001]), 1000))
                .isInstanceOfSatisfying(HubException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
                    assertThat(e.problemCode()).isEqualTo("too-large");
                });
        assertThat(objects()).isEmpty();
        assertThat(vault.spool()).isEmptyDirectory();
        assertThat(vault.store(BAU, new ByteArrayInputStream(new byte[1000]), 1000)
                        .size())
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

        assertThatThrownBy(() -> vault.store(BAU, broken, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT));
        assertThat(objects()).isEmpty();
        assertThat(vault.spool()).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftInTheSpoolIsForgottenAtStart() throws IOException {
        String address = vault.store(BAU, PLAN).sha256();
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
        vault.store(BAU, PLAN);

        for (Path file : List.of(home.resolve("keys/vault/" + BAU + ".json"), onlyObject())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLostKeyIsReportedInsteadOfReplacedWhileItsDrawerIsNotEmpty() throws IOException {
        vault.store(BAU, PLAN);
        Files.delete(home.resolve("keys/vault/" + BAU + ".json"));

        assertThatThrownBy(() -> vault.store(BAU, new byte[] {1}))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.problemCode()).isEqualTo("vault-key-gone"));
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
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.resolveSibling("").endsWith("drawers"))
                    .toList();
        }
    }
}
