package org.stadtbus.connector.bebpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files as the justice takes them. */
class ValidNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Ärztliches_Gutachten-ß.pdf, Ärztliches_Gutachten-ß.pdf",
        "Antrag (neu) 1.2.pdf, Antrag__neu__1_2.pdf",
        "Łódź café.PDF, _odz_cafe.PDF",
        "Brief, Brief",
        "...., ____",
        ".pdf, anlage.pdf",
        "ein.zu-langes-ende, ein_zu-langes-ende",
    })
    void nameBecomesValid(String original, String name) {
        assertThat(ValidNames.of(List.of(original), "x")).containsExactly(name);
        assertThat(ValidNames.valid(name)).isTrue();
    }

    @Test
    void umlautOfTwoPartsIsOneLetter() {
        assertThat(ValidNames.of(List.of("A\u0308rzte.pdf"), "x")).containsExactly("Ärzte.pdf");
    }

    @Test
    void longNameKeepsItsExtension() {
        String name = ValidNames.of(List.of("a".repeat(200) + ".pdf"), "x").get(0);
        assertThat(name).hasSize(90).endsWith("a.pdf");
    }

    @Test
    void noTwoNamesAreAlikeNotEvenByCase() {
        String tooLong = "b".repeat(100) + ".pdf";
        List<String> names = ValidNames.of(
                List.of("plan.pdf", "Plan.pdf", "plan-2.pdf", "XJUSTIZ_nachricht.xml", tooLong, tooLong),
                "xjustiz_nachricht.xml");
        assertThat(names)
                .startsWith("plan.pdf", "Plan-2.pdf", "plan-2-2.pdf", "XJUSTIZ_nachricht-2.xml")
                .allMatch(ValidNames::valid)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.pdf", "plan.pdf", "Łódź.pdf"})
    void madeNameIsKnownAgain(String original) {
        List<String> names = ValidNames.of(List.of(original, original, original), "x");
        assertThat(names).allMatch(name -> ValidNames.made(name, original));
        assertThat(names).noneMatch(name -> ValidNames.made(name, "Beschluss.pdf"));
    }
}
