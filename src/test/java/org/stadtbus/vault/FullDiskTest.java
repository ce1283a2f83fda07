package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.testkit.SmallDisk;

class FullDiskTest {
    private static final String BAU = "99012018001000";
    private static final int MB = 1024 * 1024;

    @Test
    void aFullDiskRefusesClearlyAndResumesByItself(@TempDir Path mountPoint, @TempDir Path keys) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(mountPoint, 8)) {
            FileVault vault = new FileVault(disk.folder().resolve("vault"), keys.resolve("vault.json"));
            String before = store(vault, 3 * MB).sha256();

            assertThatThrownBy(() -> store(vault, 6 * MB)).isInstanceOfSatisfying(HubException.class, e -> {
                assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT);
                assertThat(e.problemCode()).isEqualTo("vault-full");
            });

            assertThat(vault.spool()).isEmptyDirectory();
            assertThat(copies(disk.folder())).isEqualTo(1);
            assertThat(size(vault, before)).isEqualTo(3 * MB);
            assertThat(size(vault, store(vault, 4 * MB).sha256())).isEqualTo(4 * MB);
        }
    }

    private static Vault.Stored store(Vault vault, int size) {
        return vault.store(BAU, new ByteArrayInputStream(StoreContract.random(size)), size);
    }

    private static long size(Vault vault, String address) throws IOException {
        try (InputStream in = vault.open(address)) {
            return in.readAllBytes().length;
        }
    }

    private static long copies(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("vault/objects"))) {
            return files.filter(file -> file.toString().contains("." + BAU + "."))
                    .count();
        }
    }
}
