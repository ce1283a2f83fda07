package org.stadtbus.connector.xdomea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.Zeros;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

/** A message and its attachments become one container. */
@SuppressWarnings("NullAway.Init")
class PackingTest {
    private static final long BYTES = 100L * 1024 * 1024;

    @TempDir
    Path home;

    private FileVault vault;

    @BeforeEach
    void open() {
        vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
    }

    @Test
    void containerHoldsTheMessageAndTheFilesItNames() throws IOException {
        Attachment plan = Containers.file(vault, Containers.PLAN, "Plan");
        String xml = Containers.xml("3.0.0", Containers.PLAN);

        Packing.Container container = new Packing(vault).pack(Containers.message(xml, plan));

        assertThat(container.name()).isEqualTo(Containers.PROCESS + "_Geschaeftsgang.Geschaeftsgang.0201.zip");
        assertThat(entries(container)).isEqualTo(Map.of(Containers.MESSAGE, xml, Containers.PLAN, "Plan"));
    }

    @Test
    void xdomea4HasTheNumberInTheName() throws IOException {
        Packing.Container container = new Packing(vault).pack(Containers.message(Containers.xml("4.0.0")));

        assertThat(container.name()).isEqualTo(Containers.PROCESS + "_0201.xdomea");
        assertThat(entries(container)).containsOnlyKeys(Containers.PROCESS + "_0201.xml");
    }

    @Test
    void attachmentWithoutUuidInItsNameIsNamedByItsDigest() throws IOException {
        Attachment plan = Containers.file(vault, "Plan.pdf", "Plan");
        String named = FileReference.of(plan);

        assertThat(named).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_Plan\\.pdf");
        assertThat(plan.sha256()).startsWith(named.substring(0, 36).replace("-", ""));
        assertThat(entries(new Packing(vault).pack(Containers.message(Containers.xml("3.0.0", named), plan))))
                .containsKey(named);
    }

    @Test
    void sameMessageGivesTheSameBytes() throws IOException {
        Attachment plan = Containers.file(vault, Containers.PLAN, "Plan");
        Message message = Containers.message(Containers.xml("3.0.0", Containers.PLAN), plan);

        assertThat(new Packing(vault).pack(message).bytes().readAllBytes())
                .isEqualTo(new Packing(vault).pack(message).bytes().readAllBytes());
    }

    @Test
    void whatIsPackedCanBeUnpacked() throws IOException {
        Attachment plan = Containers.file(vault, Containers.PLAN, "Plan");
        String xml = Containers.xml("3.0.0", Containers.PLAN);
        Packing.Container container = new Packing(vault).pack(Containers.message(xml, plan));

        Unpacking.Opened opened =
                new Unpacking(vault, "bauamt", new Limits(100_000, 100_000, 10)).open(container.bytes());

        assertThat(opened.message()).asString(StandardCharsets.UTF_8).isEqualTo(xml);
        assertThat(opened.files()).extracting(Attachment::sha256).containsExactly(plan.sha256());
    }

    @Test
    void fileThatIsNamedButNotAttachedNeedsAPerson() {
        assertFails(Containers.message(Containers.xml("3.0.0", Containers.PLAN)), "produced-xdomea-file-missing");
    }

    @Test
    void attachmentThatIsNotNamedNeedsAPerson() {
        Attachment plan = Containers.file(vault, Containers.PLAN, "Plan");
        assertFails(Containers.message(Containers.xml("3.0.0"), plan), "produced-xdomea-file-unnamed");
    }

    @Test
    void messageOfAnotherStandardNeedsAPerson() {
        assertFails(Containers.message("<antrag/>"), "produced-xdomea-not-xdomea");
    }

    @Test
    void hundredMegabytesArePackedAndUnpackedWithAHeapOf32() throws Exception {
        SmallHeap.run(Roundtrip.class, 32, home, home.toString());
    }

    private void assertFails(Message message, String code) {
        assertThatThrownBy(() -> new Packing(vault).pack(message)).isInstanceOfSatisfying(HubException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.PERMANENT);
            assertThat(e.problemCode()).isEqualTo(code);
        });
    }

    private Map<String, String> entries(Packing.Container container) throws IOException {
        Path file = home.resolve("container");
        Files.write(file, container.bytes().readAllBytes());
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return entries;
    }

    /** Runs in a process of its own with a small heap. */
    static final class Roundtrip {
        public static void main(String[] arguments) throws IOException {
            Path home = Path.of(arguments[0]);
            FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
            Vault.Stored stored = vault.store("99012018001000", new Zeros(BYTES), BYTES);
            Attachment plan =
                    new Attachment("a1", Containers.PLAN, "application/pdf", "", stored.size(), stored.sha256());
            Message message = Containers.message(Containers.xml("3.0.0", Containers.PLAN), plan);
            Unpacking unpacking = new Unpacking(vault, "bauamt", new Limits(100_000, 2 * BYTES, 10));
            Unpacking.Opened opened =
                    unpacking.open(new Packing(vault).pack(message).bytes());
            if (!opened.files().get(0).sha256().equals(stored.sha256())) {
                throw new IllegalStateException("Other bytes came out than were packed");
            }
            System.exit(0);
        }
    }
}
