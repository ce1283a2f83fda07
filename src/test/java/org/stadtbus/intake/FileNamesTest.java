package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Lageplan Süd.pdf, Lageplan Süd.pdf",
        "../../etc/passwd, passwd",
        "C:\\Pläne\\Schnitt.pdf, Schnitt.pdf",
        "a<b>c?.pdf, a_b_c_.pdf",
        ".., anlage",
        "ordner/, anlage"
    })
    void namesOfSendersAreHarmlessAndRecognisable(String given, String kept) {
        assertThat(FileNames.safe(given)).isEqualTo(kept);
    }
}
