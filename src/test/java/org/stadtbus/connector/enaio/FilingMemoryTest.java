package org.stadtbus.connector.enaio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.Zeros;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

class FilingMemoryTest {
    private static final long BYTES = 100L * 1024 * 1024;

    @Test
    void hundredMegabytesAreFiledWithAHeapOf32ForConnectorAndEakteTogether(@TempDir Path home) throws Exception {
        SmallHeap.run(Roundtrip.class, 32, home, home.toString());
    }

    /** Runs in a process of its own with a small heap. */
    static final class Roundtrip {
        public static void main(String[] arguments) {
            Path home = Path.of(arguments[0]);
            FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
            Vault.Stored stored = vault.store("99012018001000", new Zeros(BYTES), BYTES);
            try (EnaioDms enaio = new EnaioDms(0, home.resolve("enaio"), "stadtbus", "secret")) {
                EnaioSettings settings = EakteTest.settings(enaio.server().uri(), "secret", Duration.ofMinutes(2));
                Attachment plan =
                        new Attachment("a1", "Plan.pdf", "application/pdf", "", stored.size(), stored.sha256());
                EakteTest.filing(settings, vault)
                        .file(new Applications(vault).message("bau", "application", null, List.of(plan)));
                if (!enaio.documents().get(1).sha256().equals(stored.sha256())) {
                    throw new IllegalStateException("Filed other bytes than were stored");
                }
            }
            System.exit(0);
        }
    }
}
