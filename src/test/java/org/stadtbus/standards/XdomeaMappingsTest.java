package org.stadtbus.standards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the mappings to xdomea make is valid against the official schema, installed as an operator does, and correlates. */
class XdomeaMappingsTest {
    private static final String BUNDLE = "xdomea-3.0.0";
    private static final Path MAPPINGS = Path.of("mappings");
    private static Standards standards;

    @BeforeAll
    static void install() {
        standards = InstalledXdomea.of(OfficialStandards.require());
    }

    @Test
    void everySampleIsValidAgainstTheOfficialSchema() throws IOException {
        List<Path> samples = samples();
        assertThat(samples).hasSizeGreaterThanOrEqualTo(4);
        assertThat(samples).allSatisfy(sample -> assertThat(standards.validate(BUNDLE, Files.readAllBytes(sample)))
                .isInstanceOf(ValidationResult.Valid.class));
        assertThat(standards.validate(BUNDLE, spoilt(samples.get(0)))).isInstanceOf(ValidationResult.Invalid.class);
    }

    @Test
    void receiptRefersToTheMessageThatBeganTheProcess() throws IOException {
        String receipt = Files.readString(MAPPINGS.resolve("xdomea0201-to-xdomea0202/samples/stellungnahme.out.xml"));
        MessageHeader header = header(receipt.replace("ID>5bd3c1a0-0000-8000-8000", "ID>5BD3C1A0-0000-8000-8000"));
        assertThat(header.type()).contains("0202");
        assertThat(header.messageId()).isEmpty();
        assertThat(header.references()).containsExactly("5bd3c1a0-0000-8000-8000-000000000001");
        assertThat(header.caseIds()).containsExactly("5BD3C1A0-0000-8000-8000-000000000001");
        assertThat(header.businessKey()).isEmpty();
        assertThat(header.test()).isFalse();
    }

    @Test
    void documentBringsItsFileNumber() throws IOException {
        MessageHeader header =
                header(Files.readString(MAPPINGS.resolve("ablage-to-xdomea0201/samples/stellungnahme.out.xml")));
        assertThat(header.type()).contains("0201");
        assertThat(header.businessKey()).contains("63-2026-00012");
    }

    private static MessageHeader header(String message) {
        return standards.header(BUNDLE, message.getBytes(UTF_8));
    }

    private static byte[] spoilt(Path sample) throws IOException {
        return Files.readString(sample)
                .replaceFirst("<xdomea:ProzessID>[^<]*", "<xdomea:ProzessID>17")
                .getBytes(UTF_8);
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(MAPPINGS, 3)) {
            return files.filter(file -> file.toString().matches(".*-to-xdomea\\d{4}/samples/.*\\.out\\.xml"))
                    .sorted()
                    .toList();
        }
    }
}
