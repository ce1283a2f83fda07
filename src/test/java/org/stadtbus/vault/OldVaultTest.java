package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that release 0.1 wrote, recorded in {@code vault-0.1}. */
class OldVaultTest {
    private static final String ADDRESS = "6fb6f07d251e6dfe2a4ceddede0cebc6c27c65bc3b6870bc8388c47b41a5eb0c";
    private static final byte[] CONTENT = "Lageplan aus Ausgabe 0.1".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    @Test
    void whatTheLastReleaseStoredIsStillReadable() throws IOException {
        copyRecorded();
        Vault vault = new FileVault(home.resolve("vault"), home.resolve("vault.json"));

        assertThat(read(vault)).isEqualTo(CONTENT);
        vault.store("99012018001000", CONTENT);
        assertThat(read(vault)).isEqualTo(CONTENT);
        assertThat(copies()).extracting(Copy::day).hasSize(2).contains(LocalDate.EPOCH);
    }

    @Test
    void withoutItsKeyTheHubDoesNotStart() throws IOException {
        copyRecorded();
        Files.delete(home.resolve("vault.json"));

        assertThatThrownBy(() -> new FileVault(home.resolve("vault"), home.resolve("vault.json")))
                .hasMessageContaining("Sicherung");
    }

    private List<Copy> copies() {
        List<Copy> all = new ArrayList<>();
        new Copies(new FileBlobs(home.resolve("vault/objects"))).visit(contents -> contents.forEach(all::addAll));
        return all;
    }

    private static byte[] read(Vault vault) throws IOException {
        try (InputStream in = vault.open(ADDRESS)) {
            return in.readAllBytes();
        }
    }

    private void copyRecorded() throws IOException {
        Path recorded = Path.of("src/test/resources/vault-0.1");
        try (Stream<Path> files = Files.walk(recorded)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = home.resolve(recorded.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
