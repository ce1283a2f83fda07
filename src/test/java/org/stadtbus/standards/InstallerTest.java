package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.Installer.Installed;
import org.stadtbus.standards.Installer.Request;

class InstallerTest {
    @TempDir
    Path folder;

    private Path config;
    private Path standards;
    private Installer installer;

    @BeforeEach
    void start() {
        config = folder.resolve("config");
        standards = folder.resolve("standards");
        installer = new Installer(config, standards);
    }

    private static Request of(Path... archives) {
        return new Request(List.of(archives), Optional.empty(), Optional.empty(), Validity.ALWAYS, List.of(), false);
    }

    private static Request named(Path archive, String name, String version) {
        return new Request(
                List.of(archive), Optional.of(name), Optional.of(version), Validity.ALWAYS, List.of(), false);
    }

    private Path zip(String version) throws IOException {
        return SampleStandard.zip(folder.resolve("XProbe_" + version + ".zip"), SampleStandard.files(version));
    }

    private List<String> inStandards() throws IOException {
        if (!Files.isDirectory(standards)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(standards)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(Request request, String sentence) throws IOException {
        List<String> before = inStandards();
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> installer.add(request))
                .satisfies(e -> assertThat(e.sentence()).contains(sentence));
        assertThat(inStandards()).as("left in the folder of standards").isEqualTo(before);
        assertThat(config.resolve("standards/xprobe-2.0.yaml")).doesNotExist();
    }

    @Test
    void archiveThatNamesItsStandardIsInstalledDescribedAndChecksMessages() throws Exception {
        Installed installed = installer.add(of(zip("1.0")));

        assertThat(installed).isEqualTo(new Installed("xprobe-1.0", "XProbe 1.0", 1, 1, true, List.of()));
        assertThat(inStandards()).containsExactly("xprobe-1.0");
        Standards hub = Standards.load(config, standards);
        assertThat(hub.ids()).containsExactly("xprobe", "xprobe-1.0");
        assertThat(hub.validate("xprobe-1.0", SampleStandard.message("1.0", "7")))
                .isEqualTo(new ValidationResult.Valid());
        assertThat(hub.validate("xprobe", SampleStandard.message("1.0", "sieben")))
                .isInstanceOf(ValidationResult.Invalid.class);
        assertThat(hub.validate("xprobe", SampleStandard.message("1.0", "100")))
                .isInstanceOfSatisfying(ValidationResult.Invalid.class, invalid -> assertThat(invalid.findings())
                        .extracting(Finding::rule)
                        .containsExactly("klein"));
    }

    @Test
    void whatIsInstalledAgainIsRefusedUnlessItIsToBeReplaced() throws Exception {
        installer.add(of(zip("1.0")));
        assertRefused(of(zip("1.0")), "ist schon eingespielt");

        Request again =
                new Request(List.of(zip("1.0")), Optional.empty(), Optional.empty(), Validity.ALWAYS, List.of(), true);
        assertThat(installer.add(again).described()).isFalse();
        assertThat(inStandards()).containsExactly("xprobe-1.0");
    }

    @Test
    void theDaysItHoldsAreWrittenDown() throws Exception {
        Validity half = new Validity(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 4, 30));
        installer.add(new Request(List.of(zip("1.0")), Optional.empty(), Optional.empty(), half, List.of(), false));

        assertThat(Descriptions.in(config).find("xprobe-1.0").orElseThrow().validity())
                .isEqualTo(half);
    }

    @Test
    void daysOfAStandardThatIsDescribedAreNotOverheard() throws Exception {
        installer.add(of(zip("1.0")));
        Validity half = new Validity(LocalDate.of(2026, 11, 1), null);

        assertRefused(
                new Request(List.of(zip("1.0")), Optional.empty(), Optional.empty(), half, List.of(), true),
                "xprobe-1.0.yaml« angeben");
    }

    @Test
    void whatLacksAFileIsNotInstalled() throws Exception {
        Map<String, String> files = SampleStandard.files("2.0");
        files.remove("xprobe/xsd/xprobe-typen.xsd");
        assertRefused(of(SampleStandard.zip(folder.resolve("halb.zip"), files)), "»xprobe-typen.xsd«");
    }

    @Test
    void brokenSchemaOrRulesAreNotInstalled() throws Exception {
        Map<String, String> files = SampleStandard.files("2.0");
        files.put("xprobe/xsd/xprobe-typen.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><oh");
        assertRefused(of(SampleStandard.zip(folder.resolve("kaputt.zip"), files)), "xprobe-typen.xsd");

        Map<String, String> rules = SampleStandard.files("2.0");
        rules.computeIfPresent("xprobe/regeln/xprobe.sch", (name, text) -> text.replace("number(.) lt", "lt lt ("));
        assertRefused(of(SampleStandard.zip(folder.resolve("regeln.zip"), rules)), "xprobe.sch");
    }

    @Test
    void archiveThatLeavesItsFolderIsRefused() throws Exception {
        Map<String, String> files = SampleStandard.files("2.0");
        files.put("../../../entkommen.xsd", "<oh/>");
        assertRefused(of(SampleStandard.zip(folder.resolve("boese.zip"), files)), "aus dem Zielordner hinausführt");
        assertThat(folder.resolve("entkommen.xsd")).doesNotExist();
    }

    @Test
    void whatIsNoArchiveIsRefusedWithASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("brief.zip"), "kein ZIP");
        assertRefused(of(text), "»brief.zip« ist kein lesbares ZIP-Archiv");
        assertRefused(of(folder.resolve("fehlt.zip")), "»fehlt.zip« gibt es nicht");
        Path letter = SampleStandard.zip(folder.resolve("leer.zip"), Map.of("liesmich.txt", "Guten Tag"));
        assertRefused(of(letter), "kein XML-Schema");
    }

    @Test
    void archiveBeyondItsLimitsIsRefused() throws Exception {
        Path zip = SampleStandard.zip(folder.resolve("gross.zip"), Map.of("a", "x".repeat(3000), "b", "y"));
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> new Archive(zip, 10, 2000).unpack(folder.resolve("a")))
                .satisfies(e -> assertThat(e.sentence()).contains("ausgepackt größer"));
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> new Archive(zip, 1, 10_000).unpack(folder.resolve("b")))
                .satisfies(e -> assertThat(e.sentence()).contains("mehr als 1 Dateien"));
    }

    @Test
    void officialFilesAreRecognisedInstalledAndUsed() {
        Path official = OfficialStandards.require();
        assertThat(installer
                        .add(named(official.resolve("xta-2.1.1"), "xta", "2.1.1"))
                        .id())
                .isEqualTo("xta-2.1.1");
        assertThat(installer.add(of(official.resolve("xjustiz/3.5.1"))).id()).isEqualTo("xjustiz-3.5.1");
        assertThat(installer
                        .add(of(official.resolve("xdomea/xdomea_3.0.0"), official.resolve("xdomea/xoev")))
                        .id())
                .isEqualTo("xdomea-3.0.0");
        assertThat(installer
                        .add(of(official.resolve("xdomea/xdomea_2.4.0"), official.resolve("xdomea/xoev")))
                        .id())
                .isEqualTo("xdomea-2.4.0");
        assertThat(Standards.load(config, standards).overview())
                .extracting(StandardStatus::id, StandardStatus::sentence)
                .containsExactly(
                        tuple("xdomea-2.4.0", "Gilt."),
                        tuple("xdomea-3.0.0", "Gilt."),
                        tuple("xjustiz-3.5.1", "Gilt."),
                        tuple("xta-2.1.1", "Gilt."));
    }
}
