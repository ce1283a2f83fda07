package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

class FilingMemoryTest {
    private static final long BYTES = 100L * 1024 * 1024;

    @Test
    void hundredMegabytesAreFiledWithAHeapOf32ForConnectorAndEakteTogether(@TempDir Path home) throws Exception {
        Path log = home.resolve("log.txt");
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Roundtrip.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(small.waitFor(3, TimeUnit.MINUTES)).isTrue();
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
        public static void main(String[] arguments) {
            Path home = Path.of(arguments[0]);
            FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
            Vault.Stored stored = vault.store(new Zeros(), BYTES);
            try (EnaioDms enaio = new EnaioDms(0, home.resolve("enaio"), "stadtbus", "secret")) {
                EnaioSettings settings = EakteTest.settings(enaio.server().uri(), "secret", Duration.ofMinutes(2));
                Attachment plan =
                        new Attachment("a1", "Plan.pdf", "application/pdf", "", stored.size(), stored.sha256());
                new Filing(settings, vault)
                        .file(new Applications(vault).message("bau", "application", null, List.of(plan)));
                if (!enaio.documents().get(1).sha256().equals(stored.sha256())) {
                    throw new IllegalStateException("Filed other bytes than were stored");
                }
            }
            System.exit(0);
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
