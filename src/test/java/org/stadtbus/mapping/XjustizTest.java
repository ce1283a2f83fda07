package org.stadtbus.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadtbus.standards.InstalledXjustiz;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.OfficialStandards;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** What is sent to courts follows the official schemas of the version it names, and no other. */
class XjustizTest {
    private static final String BUNDLE = "xjustiz-3.5.1";
    private static final String OBJECTION = "owi-einspruch-to-xjustiz/samples/geschwindigkeit.out.xml";
    private static final String RECEIPT = "empfangsbekenntnis-to-eeb/samples/empfangen.out.xml";

    private static Path official;
    private static Standards standards;

    @BeforeAll
    static void install() {
        official = OfficialStandards.require();
        standards = InstalledXjustiz.of(official);
    }

    @Test
    void objectionAndReceiptAreValid() throws IOException {
        assertThat(validate(sample(OBJECTION))).isInstanceOf(ValidationResult.Valid.class);
        assertThat(validate(sample(RECEIPT))).isInstanceOf(ValidationResult.Valid.class);
    }

    @Test
    void demandInTheSampleIsOneACourtMaySend() throws IOException {
        String file = sample("empfangsbekenntnis-to-eeb/samples/empfangen.in.xml");
        String demand = file.replaceAll("(?s)^.*<anforderung>\\s*|\\s*</anforderung>.*$", "");
        assertThat(validate(demand)).isInstanceOf(ValidationResult.Valid.class);
    }

    @Test
    void messageOfVersion341IsNotOneOf351() throws IOException {
        String older = sample(RECEIPT).replace("xjustizVersion=\"3.5.1\"", "xjustizVersion=\"3.4.1\"");
        assertThat(InstalledXjustiz.older(official).validate("xjustiz-3.4.1", older.getBytes(UTF_8)))
                .isInstanceOf(ValidationResult.Valid.class);
        assertThat(validate(older)).isInstanceOf(ValidationResult.Invalid.class);
    }

    @Test
    void documentWithoutFileIsRefused() throws IOException {
        String broken = sample(OBJECTION).replaceAll("(?s)<xj:datei>.*?</xj:datei>", "");
        assertThat(validate(broken)).isInstanceOf(ValidationResult.Invalid.class);
    }

    @Test
    void receiptIsRecognisedByTheMessageItAnswers() throws IOException {
        MessageHeader header = standards.header(BUNDLE, sample(RECEIPT).getBytes(UTF_8));
        assertThat(header.type()).contains("2200007");
        assertThat(header.references()).containsExactly("0a1b2c3d-1111-4222-8333-444455556666");
        assertThat(header.caseIds()).containsExactly("0a1b2c3d-7777-4888-8999-aaaabbbbcccc");
        assertThat(header.businessKey()).contains("22-0815/26");
    }

    private static ValidationResult validate(String message) {
        return standards.validate(BUNDLE, message.getBytes(UTF_8));
    }

    private static String sample(String file) throws IOException {
        return Files.readString(Path.of("mappings").resolve(file));
    }
}
