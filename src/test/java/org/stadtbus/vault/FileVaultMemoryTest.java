package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.Zeros;

class FileVaultMemoryTest {
    private static final long BYTES = 200L * 1024 * 1024;

    @Test
    void twoHundredMegabytesPassThroughAHeapOf24(@TempDir Path home) throws Exception {
        SmallHeap.run(Roundtrip.class, 24, home, home.toString());
    }

    /** Runs in a process of its own with a small heap. */
    static final class Roundtrip {
        public static void main(String[] arguments) throws IOException {
            Path home = Path.of(arguments[0]);
            FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
            Vault.Stored stored = vault.store("99012018001000", new Zeros(BYTES), BYTES);
            try (InputStream in = vault.open(stored.sha256())) {
                long back = in.transferTo(OutputStream.nullOutputStream());
                if (back != BYTES || stored.size() != BYTES) {
                    throw new IllegalStateException("stored " + stored.size() + ", read " + back);
                }
            }
        }
    }
}
