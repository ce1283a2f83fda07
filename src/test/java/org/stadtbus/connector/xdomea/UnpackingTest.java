package org.stadtbus.connector.xdomea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.FileVault;

/** A container becomes a message and attachments in the vault; each fault has a sentence of its own. */
@SuppressWarnings("NullAway.Init")
class UnpackingTest {
    private static final Limits LIMITS = new Limits(2000, 10_000, 4);

    @TempDir
    Path home;

    private FileVault vault;

    @BeforeEach
    void open() {
        vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
    }

    @Test
    void messageAndFilesComeOutWhateverTheirOrder() throws IOException {
        String xml = Containers.xml("3.0.0", Containers.PLAN);

        Unpacking.Opened opened =
                open(new Containers().with(Containers.PLAN, "Plan").with(Containers.MESSAGE, xml));

        assertThat(opened.message()).asString(StandardCharsets.UTF_8).isEqualTo(xml);
        Attachment plan = opened.files().get(0);
        assertThat(plan.filename()).isEqualTo(Containers.PLAN);
        assertThat(plan.contentType()).isEqualTo("application/pdf");
        assertThat(vault.open(plan.sha256())).hasContent("Plan");
    }

    @Test
    void xdomea4IsOpenedToo() throws IOException {
        String xml = Containers.xml("4.0.0");

        assertThat(open(new Containers().with(Containers.PROCESS + "_0201.xml", xml))
                        .files())
                .isEmpty();
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.MALFORMED)
    void whatIsNotAZipIsRefused() {
        assertRefused("<xml/>".getBytes(StandardCharsets.UTF_8), "xdomea-not-a-zip");
        assertRefused(new byte[0], "xdomea-not-a-zip");
    }

    @ParameterizedTest
    @Refuses(connector = "xdomea", value = BadInput.MALFORMED)
    @ValueSource(ints = {40, 100, 150})
    void cutOffContainerIsRefused(int length) throws IOException {
        byte[] whole = new Containers()
                .with(Containers.MESSAGE, Containers.xml("3.0.0"))
                .bytes();

        assertRefused(Arrays.copyOf(whole, length), "xdomea-zip-damaged");
    }

    @Test
    void fileThatIsCutOffOrSpoiltIsRefused() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        byte[] whole = new Containers()
                .with(Containers.PLAN, noise)
                .with(Containers.MESSAGE, Containers.xml("3.0.0", Containers.PLAN))
                .bytes();
        byte[] spoilt = whole.clone();
        spoilt[3000] ^= 1;

        assertRefused(Arrays.copyOf(whole, 3000), "xdomea-zip-damaged");
        assertRefused(spoilt, "xdomea-zip-damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "/etc/passwd", "C:\\x.pdf", "ordner/x.pdf", "ordner/", "..", "x\u0000.pdf"})
    void entryThatWouldLeaveTheFolderIsRefused(String name) throws IOException {
        assertRefused(new Containers().with(name, "x"), "xdomea-entry-path");
    }

    @Test
    void nameThatComesTwiceIsRefused() throws IOException {
        byte[] bytes = new Containers()
                .with(Containers.MESSAGE, Containers.xml("3.0.0", "aaaaaaaa", "bbbbbbbb"))
                .with("aaaaaaaa", "eins")
                .with("bbbbbbbb", "zwei")
                .bytes();

        assertRefused(renamed(bytes, "bbbbbbbb", "aaaaaaaa"), "xdomea-entry-twice");
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.OVERSIZED)
    void bombIsDefusedBeforeItGoesOff() throws IOException {
        assertRefused(
                new Containers()
                        .with(Containers.PLAN, new byte[10_001])
                        .with(Containers.MESSAGE, Containers.xml("3.0.0", Containers.PLAN)),
                "xdomea-too-large");
        assertRefused(new Containers().with("a", new byte[6000]).with("b", new byte[6000]), "xdomea-too-large");
        assertRefused(new Containers().with(Containers.MESSAGE, new byte[2001]), "xdomea-too-large");
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.OVERSIZED)
    void tooManyFilesAreRefused() throws IOException {
        assertRefused(
                new Containers()
                        .with("a", "")
                        .with("b", "")
                        .with("c", "")
                        .with("d", "")
                        .with("e", ""),
                "xdomea-too-many-files");
    }

    @Test
    void containerWithoutMessageIsRefused() throws IOException {
        assertRefused(new Containers().with("brief.xml", "<a/>"), "xdomea-no-message");
    }

    @Test
    void containerWithTwoMessagesIsRefused() throws IOException {
        assertRefused(
                new Containers()
                        .with(Containers.MESSAGE, Containers.xml("3.0.0"))
                        .with(Containers.MESSAGE.replace("0201", "0202"), Containers.xml("3.0.0")),
                "xdomea-several-messages");
    }

    @Test
    void messageUnderTheNameOfAnotherProcessIsRefused() throws IOException {
        String other = Containers.MESSAGE.replace("7a1b2c3d", "00000000");
        assertRefused(new Containers().with(other, Containers.xml("3.0.0")), "xdomea-other-name");
    }

    @Test
    void missingFileIsRefused() throws IOException {
        assertRefused(
                new Containers().with(Containers.MESSAGE, Containers.xml("3.0.0", Containers.PLAN)),
                "xdomea-file-missing");
    }

    @Test
    void extraFileIsRefused() throws IOException {
        assertRefused(
                new Containers()
                        .with(Containers.MESSAGE, Containers.xml("3.0.0"))
                        .with(Containers.PLAN, "Plan"),
                "xdomea-file-unnamed");
    }

    @Test
    @Refuses(connector = "xdomea", value = BadInput.MALFORMED)
    void messageThatIsNotXdomeaIsRefused() throws IOException {
        assertRefused(new Containers().with(Containers.MESSAGE, "<antrag/>"), "xdomea-not-xdomea");
        assertRefused(
                new Containers()
                        .with(Containers.MESSAGE, Containers.xml("3.0.0").replace("</x:Kopf>", "")),
                "not-well-formed");
        assertRefused(
                new Containers()
                        .with(Containers.MESSAGE, "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:/etc/passwd'>]><a>&e;</a>"),
                "dtd-forbidden");
    }

    private static byte[] renamed(byte[] zip, String name, String newName) {
        return new String(zip, StandardCharsets.ISO_8859_1)
                .replace("\0\0" + name, "\0\0" + newName)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Unpacking unpacking() {
        return new Unpacking(vault, "bauamt", LIMITS);
    }

    private Unpacking.Opened open(Containers container) throws IOException {
        return unpacking().open(new ByteArrayInputStream(container.bytes()));
    }

    private void assertRefused(Containers container, String code) throws IOException {
        assertRefused(container.bytes(), code);
    }

    private void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> unpacking().open(new ByteArrayInputStream(bytes)))
                .isInstanceOfSatisfying(HubException.class, e -> {
                    assertThat(e.problemCode()).isEqualTo(code);
                    assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
                    assertThat(e.sentence()).doesNotContain("Lageplan");
                });
    }
}
