package org.stadtbus.connector.datei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.connector.datei.Delivery.NAME;
import static org.stadtbus.connector.datei.Delivery.PAYLOAD;
import static org.stadtbus.connector.datei.Delivery.attachment;
import static org.stadtbus.connector.datei.Delivery.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.ablage.FolderReader;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.SmallDisk;

/** What the connector promises who delivers into a folder, on a real file system. */
class DateiSinkTest {
    private static final String MARKER = NAME + ".sha256";

    @TempDir
    Path home;

    private final CutVault vault = new CutVault();
    private final List<Delivery> open = new ArrayList<>();
    private Path folder;
    private Path done;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectories(home.resolve("eingang"));
        done = Files.createDirectories(home.resolve("verarbeitet"));
    }

    @AfterEach
    void end() {
        open.forEach(Delivery::close);
    }

    @Test
    void aMessageLiesUnderItsFinalNameWhenItIsWhole() {
        assertThat(sink("none").deliver()).isEqualTo("abgelegt als " + NAME);
        assertThat(names(folder)).containsExactly(NAME);
        assertThat(folder.resolve(NAME)).hasBinaryContent(PAYLOAD);
    }

    @Test
    @Refuses(connector = "datei", value = BadInput.REPLAYED)
    void aRepetitionChangesNothing() throws IOException {
        Delivery sink = sink("checksum");
        sink.deliver();
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(folder.resolve(NAME), longAgo);
        assertThat(sink.deliver()).isEqualTo("lag schon als " + NAME);
        assertThat(Files.getLastModifiedTime(folder.resolve(NAME))).isEqualTo(longAgo);
        assertThat(names(folder)).containsExactly(NAME, MARKER);
    }

    @Test
    void otherContentUnderTheSameNameIsLeftAloneEvenOfEqualSize() {
        Delivery sink = sink("none");
        sink.deliver();
        HubException refused = sink.failure("<ANTRAG/>");
        assertThat(refused.problemCode()).isEqualTo("datei-name-taken");
        assertThat(refused.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(folder.resolve(NAME)).hasBinaryContent(PAYLOAD);
    }

    @Test
    void aMessageCutInAnyFileIsNotThereAndIsWholeAfterwards() {
        Attachment plan = attachment(vault, "plan-1", "Lageplan.PDF", new byte[] {1, 2, 3, 4, 5});
        Attachment proof = attachment(vault, "statik", "Statik.pdf", new byte[] {6, 7, 8, 9});
        Delivery sink = sink("checksum");
        for (Attachment cut : List.of(plan, proof)) {
            vault.cut(cut.sha256());
            assertThat(sink.failure(plan, proof).kind()).isEqualTo(FailureKind.TRANSIENT);
            assertThat(names(folder)).doesNotContain(NAME, MARKER);
        }
        vault.cut("");
        sink.deliver(plan, proof);
        assertThat(names(folder)).containsExactly("nachricht-1.plan-1.pdf", "nachricht-1.statik.pdf", NAME, MARKER);
        assertThat(new FolderReader(folder, done).take()).hasSize(3);
    }

    @Test
    void aMarkerThatIsMissingIsWrittenByTheRepetition() {
        sink("none").deliver();
        sink("flag").deliver();
        assertThat(names(folder)).containsExactly(NAME, NAME + ".fertig");
        assertThat(folder.resolve(NAME + ".fertig")).isEmptyFile();
    }

    @Test
    void whatTheProcedureTookIsNotDeliveredAgain() {
        Delivery sink = sink("checksum");
        sink.deliver();
        assertThat(new FolderReader(folder, done).take()).containsExactly(NAME);
        assertThat(sink.deliver()).isEqualTo("lag schon als " + NAME);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aReaderThatLooksAllTheTimeNeverSeesHalfAMessage() {
        FolderReader reader = new FolderReader(folder, done);
        Attachment plan = attachment(vault, "plan-1", "a.pdf", new byte[2_000_000]);
        Delivery sink = sink("checksum");
        CompletableFuture<String> delivered = CompletableFuture.supplyAsync(() -> sink.deliver(plan));
        List<String> taken = new ArrayList<>();
        while (!delivered.isDone()) {
            taken.addAll(reader.take());
        }
        assertThat(delivered.join()).isEqualTo("abgelegt als " + NAME);
        taken.addAll(reader.take());
        assertThat(taken).containsExactly("nachricht-1.plan-1.pdf", NAME);
    }

    @Test
    void namesOfAttachmentsLeadNowhereElse() {
        Attachment odd = attachment(vault, "../../böse", "..\\..\\x/../passwd", new byte[] {1});
        Attachment empty = attachment(vault, "", ".", new byte[] {2});
        sink("none").deliver(odd, empty);
        assertThat(names(folder)).hasSize(3).allMatch(name -> name.matches("nachricht-1\\.([0-9a-f]{16}\\.bin|xml)"));
        assertThat(names(home)).containsExactly("eingang", "verarbeitet");
    }

    @Test
    void aFullDiskHoldsNothingUnderAFinalNameAndGetsItLater() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(home.resolve("platte"), 2)) {
            Attachment plan = attachment(vault, "plan-1", "a.pdf", new byte[1_000_000]);
            folder = Files.createDirectories(disk.folder().resolve("eingang"));
            Delivery sink = sink("checksum");
            disk.fill(0);
            HubException full = sink.failure(plan);
            assertThat(full.problemCode()).isEqualTo("datei-unavailable");
            assertThat(full.kind()).isEqualTo(FailureKind.TRANSIENT);
            assertThat(names(folder)).allMatch(name -> name.endsWith(".part"));
            disk.empty();
            sink.deliver(plan);
            assertThat(new FolderReader(folder, done(disk)).take()).hasSize(2);
        }
    }

    @Test
    void aShareThatIsNotMountedGetsNothingUntilItIs() throws IOException {
        open.add(new Delivery(folder, vault, Map.of("shareMark", ".freigabe")));
        assertThat(open.get(0).failure().problemCode()).isEqualTo("datei-folder");
        assertThat(open.get(0).failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(names(folder)).isEmpty();
        Files.createFile(folder.resolve(".freigabe"));
        open.get(0).deliver();
        assertThat(names(folder)).containsExactly(".freigabe", NAME);
    }

    @Test
    void aHubKilledInTheMiddleLeavesNothingHalf() throws Exception {
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfDelivery.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = hub.inputReader()) {
            assertThat(said.lines().anyMatch(HalfDelivery.READY::equals)).isTrue();
            hub.destroyForcibly().waitFor();
        }
        assertThat(names(folder)).containsExactly(".nachricht-1.plan-1.pdf.part");
        sink("checksum").deliver(attachment(vault, "plan-1", "Lageplan.pdf", HalfDelivery.PLAN));
        assertThat(new FolderReader(folder, done).take()).containsExactly("nachricht-1.plan-1.pdf", NAME);
    }

    private static Path done(SmallDisk disk) {
        return disk.folder().resolve("verarbeitet");
    }

    private Delivery sink(String completion) {
        Delivery sink = new Delivery(folder, vault, Map.of("doneFolder", done.toString(), "completion", completion));
        open.add(sink);
        return sink;
    }
}
