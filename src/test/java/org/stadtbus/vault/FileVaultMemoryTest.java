package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultMemoryTest {
    private static final long BYTES = 200L * 1024 * 1024;

    @Test
    void twoHundredMegabytesPassThroughAHeapOf24(@TempDir Path home) throws Exception {
        Path log = home.resolve("log.txt");
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Roundtrip.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(small.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(small.exitValue()).as(() -> content(log)).isZero();
    }

    private static String content(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    /** Runs in a process of its own with a small heap. */
    static final class Roundtrip {
        public static void main(String[] arguments) throws IOException {
            Path home = Path.of(arguments[0]);
            FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
            Vault.Stored stored = vault.store(new Zeros(), BYTES);
            try (InputStream in = vault.open(stored.sha256())) {
                long back = in.transferTo(OutputStream.nullOutputStream());
                if (back != BYTES || stored.size() != BYTES) {
                    throw new IllegalStateException("stored " + stored.size() + ", read " + back);
                }
            }
        }
    }

    private static final class Zeros extends InputStream {
        private long left = BYTES;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            left -= n;
            return n;
        }
    }
}
