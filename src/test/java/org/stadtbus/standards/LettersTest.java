package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.HubException;

/** Against a schema of our own in the official form: small letters, spaces, and k with a bar above. */
class LettersTest {
    private static final String K_WITH_BAR = "k\u0304";
    private static final String SMALL = "( |[a-zà-ÿ]|k(\u0304|\u035Fh))*";

    @TempDir
    Path folder;

    private Letters letters;

    @BeforeEach
    void start() throws Exception {
        letters = of(SMALL);
    }

    private Letters of(String pattern) throws Exception {
        StringBuilder schema = new StringBuilder("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>");
        for (Datatype type : Datatype.values()) {
            schema.append("<xs:simpleType name='datatype%s'><xs:restriction base='xs:string'>".formatted(type))
                    .append("<xs:pattern value='%s'/></xs:restriction></xs:simpleType>".formatted(pattern));
        }
        Path file = Files.writeString(folder.resolve("datentypen.xsd"), schema + "</xs:schema>");
        return new Letters(() -> Optional.of(file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Letters.Checked check(String message) {
        return letters.check(Datatype.A, utf8(message));
    }

    private void assertFound(String message, String... findings) {
        assertThat(check(message).result())
                .isInstanceOfSatisfying(ValidationResult.Invalid.class, invalid -> assertThat(invalid.findings())
                        .extracting(finding ->
                                finding.location() + " " + finding.sentence().substring(0, 18))
                        .containsExactly(findings));
    }

    @Test
    void lettersAndSequencesOfTheDatatypeAreGood() {
        Letters.Checked checked = check("<a>\n  <b>k " + K_WITH_BAR + " k\u035Fh é</b>\n</a>");

        assertThat(checked.result()).isEqualTo(new ValidationResult.Valid());
        assertThat(checked.normalized()).isEmpty();
    }

    @Test
    void everyForbiddenLetterIsNamedWithItsPlaceAndNothingElse() {
        assertFound(
                "<a x='A'><b>gut</b><b>sch\uD83D\uDE00n</b>x\u0304</a>",
                "/a/@x Das Zeichen U+0041",
                "/a/b[2] Das Zeichen U+1F60",
                "/a Das Zeichen U+0304");
        assertFound("{\"name\":{\"erster\":[\"gut\",\"Ä\"]},\"zahl\":1}", "/name/erster/1 Das Zeichen U+00C4");
        assertThat(check("<a>geheimerName!</a>").result().toString()).doesNotContain("geheimer");
    }

    @Test
    void whatIsNotInFormCBecomesIt() {
        String decomposed = Normalizer.normalize("<a x='é'><!-- e\u0301 --><b>é</b></a>", Normalizer.Form.NFD);
        Letters.Checked xml = check(decomposed);
        assertThat(xml.result()).isEqualTo(new ValidationResult.Valid());
        assertThat(xml.normalized()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElseThrow())
                .contains("x=\"é\"")
                .contains("<b>é</b>");

        Letters.Checked json = check("{\"a\":\"e\u0301\",\"b\":[1.50,1e400,true,null],\"c\":12345678901234567890}");
        assertThat(json.normalized()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElseThrow())
                .isEqualTo("{\"a\":\"é\",\"b\":[1.50,1E+400,true,null],\"c\":12345678901234567890}");
    }

    @Test
    void longTextIsCheckedToItsEnd() {
        assertThat(check("<a>" + (K_WITH_BAR + "a").repeat(200_000) + "</a>").result())
                .isEqualTo(new ValidationResult.Valid());
        assertFound("<a>" + "a".repeat(200_000) + "!</a>", "/a Das Zeichen U+0021");
    }

    @Test
    void withoutTheOfficialSchemaNothingIsCalledGood() {
        Letters.Checked checked = new Letters(Optional::empty).check(Datatype.A, utf8("<a>e\u0301</a>"));

        assertThat(checked.result()).isInstanceOf(ValidationResult.Unchecked.class);
        assertThat(checked.normalized()).isPresent();
    }

    @Test
    void whatIsNeitherXmlNorJsonIsRefused() {
        for (String message : new String[] {"", "  ", "guten Tag", "<a><b></a>", "{\"a\":1", "<!DOCTYPE a><a/>"}) {
            assertThatExceptionOfType(HubException.class).as(message).isThrownBy(() -> check(message));
        }
    }

    @Test
    void schemaInAnotherFormIsSaidToBeBroken() throws Exception {
        for (String pattern : new String[] {"[a-z]+", "(a|[b)*", ""}) {
            Letters broken = of(pattern);
            assertThatExceptionOfType(HubException.class)
                    .as(pattern)
                    .isThrownBy(() -> broken.check(Datatype.A, utf8("<a>a</a>")))
                    .satisfies(e -> assertThat(e.problemCode()).isEqualTo("standard-broken"));
        }
    }

    @Test
    void officialDatatypesDecideAsTheNormDoes() {
        Path official = OfficialStandards.require();
        Letters norm = Standards.load(Path.of("config"), official).letters();

        assertAllowed(norm, "Đặng Çelik Ḱ D\u0302 Żółć O'Neill", "ABCDE");
        assertAllowed(norm, "Straße 5/7 (Hof)", "BCDE");
        assertAllowed(norm, "Zeile eins\nZeile zwei", "CE");
        assertAllowed(norm, "Αθήνα", "DE");
        assertAllowed(norm, "Кирил", "E");
        assertAllowed(norm, "\uD83D\uDE00", "");
        assertAllowed(norm, "漢字", "");
    }

    private static void assertAllowed(Letters norm, String text, String datatypes) {
        StringBuilder allowed = new StringBuilder();
        for (Datatype type : Datatype.values()) {
            if (norm.check(type, utf8("<a>" + text + "</a>")).result() instanceof ValidationResult.Valid) {
                allowed.append(type);
            }
        }
        assertThat(allowed.toString()).as(text).isEqualTo(datatypes);
    }
}
