package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XProbe 1.0 holds until 31 October 2026, 2.0 from 1 November on. */
class VersionsByDateTest {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final byte[] OLD = SampleStandard.message("1.0", "7");
    private static final byte[] NEW = SampleStandard.message("2.0", "7");

    @TempDir
    Path folder;

    @BeforeEach
    void install() throws Exception {
        add("1.0", new Validity(null, LocalDate.of(2026, 10, 31)));
    }

    private void add(String version, Validity validity) throws Exception {
        Path zip = SampleStandard.zip(folder.resolve(version + ".zip"), SampleStandard.files(version));
        new Installer(folder.resolve("config"), folder.resolve("standards"))
                .add(new Installer.Request(
                        List.of(zip), Optional.empty(), Optional.empty(), validity, List.of(), false));
    }

    private void addNext() throws Exception {
        add("2.0", new Validity(LocalDate.of(2026, 11, 1), null));
    }

    private Standards on(String day) {
        Clock clock =
                Clock.fixed(LocalDate.parse(day).atTime(12, 0).atZone(CITY).toInstant(), CITY);
        return Standards.load(folder.resolve("config"), folder.resolve("standards"), folder.resolve("routes"), clock);
    }

    private static String outcome(Standards standards, byte[] message) {
        ValidationResult result = standards.validate("xprobe", message);
        return result instanceof ValidationResult.Invalid invalid
                ? invalid.findings().get(0).sentence()
                : result.equals(new ValidationResult.Valid()) ? "valid" : "unchecked";
    }

    @Test
    void theDayAndTheMessageChooseTheVersion() throws Exception {
        addNext();
        String tooEarly = "Die Nachricht ist in Version 2.0 des Standards xprobe; diese gilt noch nicht."
                + " Bitte in Version 1.0 senden.";
        String tooLate = "Die Nachricht ist in Version 1.0 des Standards xprobe; diese gilt nicht mehr."
                + " Bitte in Version 2.0 senden.";
        assertThat(List.of("2026-10-31", "2026-11-01", "2026-11-14", "2026-11-15"))
                .extracting(day -> outcome(on(day), OLD), day -> outcome(on(day), NEW))
                .containsExactly(
                        tuple("valid", tooEarly),
                        tuple("valid", "valid"),
                        tuple("valid", "valid"),
                        tuple(tooLate, "valid"));
    }

    @Test
    void aVersionCanAlwaysBeNamedOutright() throws Exception {
        addNext();
        assertThat(on("2027-06-01").validate("xprobe-1.0", OLD)).isEqualTo(new ValidationResult.Valid());
    }

    @Test
    void messageThatNamesNoKnownVersionIsReadInTheCurrentOne() throws Exception {
        addNext();
        assertThat(outcome(on("2026-11-02"), SampleStandard.message("9.9", "7")))
                .doesNotContain("Bitte in Version")
                .isNotEqualTo("valid");
    }

    @Test
    void threeMonthsBeforeTheEndItIsSaidThatNothingFollows() throws Exception {
        assertThat(List.of("2026-08-01", "2026-08-02", "2026-11-05", "2026-12-01"))
                .extracting(
                        day -> on(day).overview().get(0).urgent(),
                        day -> on(day).overview().get(0).sentence())
                .containsExactly(
                        tuple(false, "Gilt bis 31.10.2026."),
                        tuple(true, "Gilt bis 31.10.2026. Eine folgende Version ist nicht eingespielt."),
                        tuple(
                                true,
                                "Galt bis 31.10.2026, wird bis 14.11.2026 noch angenommen. Eine folgende Version ist nicht eingespielt."),
                        tuple(true, "Galt bis 31.10.2026. Eine folgende Version ist nicht eingespielt."));
        addNext();
        assertThat(on("2026-10-30").overview())
                .extracting(StandardStatus::id, StandardStatus::urgent, StandardStatus::sentence)
                .containsExactly(
                        tuple("xprobe-1.0", false, "Gilt bis 31.10.2026."),
                        tuple("xprobe-2.0", false, "Gilt ab 1.11.2026."));
    }
}
