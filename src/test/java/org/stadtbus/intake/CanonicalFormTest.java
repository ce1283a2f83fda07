package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

class CanonicalFormTest {
    private static final long LIMIT = 1000;

    @Test
    void sameFormIsByteEqualHoweverItWasWritten() {
        byte[] portal = canonical("{\"name\":\"Ana\",\"haus\":{\"b\":2.50,\"a\":1}}");
        byte[] form = canonical("{\n  \"haus\" : { \"a\" : 1, \"b\" : 2.50 },\n  \"name\" : \"Ana\"\n}");

        assertThat(new String(form, StandardCharsets.UTF_8))
                .isEqualTo(new String(portal, StandardCharsets.UTF_8))
                .isEqualTo("{\"haus\":{\"a\":1,\"b\":2.50},\"name\":\"Ana\"}");
    }

    @Test
    void combiningMarksAreNotTouched() {
        String name = "S\u0323alih Ma\u0301\u0323 \u00e1";

        assertThat(new String(canonical("{\"name\":\"" + name + "\"}"), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"" + name + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|empty",
                "{\"a\":1,\"a\":2}|not-json",
                "{\"a\":1} x|not-json",
                "[1]|not-json",
                "{\"a\":|not-json",
                "null|not-json"
            })
    void whatIsNoFormIsRefused(String text, String code) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), code);
    }

    @Test
    void latin1BytesAnnouncedAsUtf8AreRefused() {
        assertRefused("{\"name\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1), "not-utf-8");
    }

    @Test
    void formAboveTheLimitIsRefused() {
        assertRefused(new byte[(int) LIMIT + 1], "too-large");
    }

    private static byte[] canonical(String json) {
        return CanonicalForm.of(json.getBytes(StandardCharsets.UTF_8), LIMIT);
    }

    private static void assertRefused(byte[] received, String code) {
        assertThatThrownBy(() -> CanonicalForm.of(received, LIMIT)).isInstanceOfSatisfying(HubException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
            assertThat(e.problemCode()).isEqualTo(code);
        });
    }
}
