package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mappings to xdomea make is valid against the official schema, installed as an operator does. */
class XdomeaMappingsTest {

    @Test
    void everySampleIsValidAgainstTheOfficialSchema(@TempDir Path folder) throws IOException {
        Path official = OfficialStandards.require().resolve("xdomea");
        Path config = folder.resolve("config");
        Path standards = folder.resolve("standards");
        new Installer(config, standards)
                .add(new Installer.Request(
                        List.of(official.resolve("xdomea_3.0.0"), official.resolve("xoev")),
                        Optional.empty(),
                        Optional.empty(),
                        Validity.ALWAYS,
                        List.of(),
                        false));
        Standards installed = Standards.load(config, standards);

        List<Path> samples = samples();
        assertThat(samples).hasSizeGreaterThanOrEqualTo(4);
        assertThat(samples)
                .allSatisfy(sample -> assertThat(installed.validate("xdomea-3.0.0", Files.readAllBytes(sample)))
                        .isInstanceOf(ValidationResult.Valid.class));
        assertThat(installed.validate("xdomea-3.0.0", spoilt(samples.get(0))))
                .isInstanceOf(ValidationResult.Invalid.class);
    }

    private static byte[] spoilt(Path sample) throws IOException {
        return Files.readString(sample)
                .replaceFirst("<xdomea:ProzessID>[^<]*", "<xdomea:ProzessID>17")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings"), 3)) {
            return files.filter(file -> file.toString().matches(".*-to-xdomea\\d{4}/samples/.*\\.out\\.xml"))
                    .sorted()
                    .toList();
        }
    }
}
