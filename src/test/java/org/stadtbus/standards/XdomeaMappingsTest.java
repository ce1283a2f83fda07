package org.stadtbus.standards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadtbus.sandbox.xdomea.OwnHandover;

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

    @Test
    void everyMessageOfADisposalRefersToTheOfferThatBeganIt() throws IOException {
        Map<String, String> round = Map.of(
                "0502", "xdomea0502-to-bewertung/samples/drei-entscheidungen.in.xml",
                "0503", "aussonderung-to-xdomea0503/samples/vorgang-und-akte.out.xml",
                "0504", "xdomea-aussonderung-to-status/samples/0504-angebot-erhalten.in.xml",
                "0505", "xdomea0502-to-xdomea0505/samples/drei-entscheidungen.out.xml",
                "0506", "xdomea0506-to-uebernahme/samples/eins-misslungen.in.xml",
                "0507", "xdomea-aussonderung-to-status/samples/0507-namen-nach-din-91379.in.xml");
        for (Map.Entry<String, String> step : round.entrySet()) {
            MessageHeader header = header(Files.readString(MAPPINGS.resolve(step.getValue())));
            assertThat(header.type()).contains(step.getKey());
            assertThat(header.references()).containsExactly("2f6f1d34-9a0c-4c57-8f4e-6a7b8c9d0e1f");
        }
    }

    @Test
    void offerOfSeveralFilesHasNoFileNumberAndOneOfAFileHasIts() throws IOException {
        String offer = Files.readString(MAPPINGS.resolve("aussonderung-to-xdomea0501/samples/zwei-akten.out.xml"));
        assertThat(header(offer).references()).containsExactly("5bd3c1a0-0000-8000-8000-000000000001");
        assertThat(header(offer).businessKey()).isEmpty();
        String one = offer.replaceFirst("(?s)<xdomea:Schriftgutobjekt>.*?</xdomea:Schriftgutobjekt>", "");
        assertThat(header(one).businessKey()).contains("63-1994-00177");
    }

    @Test
    void whatTheSandboxHandsOverIsAValid0201() {
        OwnHandover own = new OwnHandover(
                "2f6f1d34-9a0c-4c57-8f4e-6a7b8c9d0e1f", "32-2026-00077", "R & D", Map.of("Gutachten.pdf", "Text"));
        String message = String.valueOf(own.entries().get(own.container().replace(".zip", ".xml")));

        assertThat(standards.validate(BUNDLE, message.getBytes(UTF_8))).isInstanceOf(ValidationResult.Valid.class);
        assertThat(header(message).businessKey()).contains("32-2026-00077");
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
