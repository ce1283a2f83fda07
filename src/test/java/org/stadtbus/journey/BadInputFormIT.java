package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.OnlineForms.key;
import static org.stadtbus.journey.OnlineForms.small;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.testkit.RunningHub;

/** Bad form data at the REST door: each sender reads why, the journal keeps it, nothing is delivered, the hub goes on. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputFormIT {
    private static final int BOMB_MEGABYTES = 200;

    private RunningHub hub;
    private OnlineForms forms;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.start(folder, Map.of(), "sandbox");
        forms = new OnlineForms(hub);
        outcomes = new Outcomes(hub);
    }

    @AfterEach
    void goOn() throws IOException {
        outcomes.hubGoesOn();
    }

    @AfterAll
    void end() {
        try (RunningHub closed = hub) {
            outcomes.goodOnesAreDecided();
            outcomes.logIsDiscreet();
        }
    }

    private record Bad(String what, byte[] body, int status, String code, String words) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Bad> badForms() {
        return Stream.of(
                new Bad("nothing", new byte[0], 400, "empty", "leer"),
                new Bad("Latin-1", Json.text(small()).getBytes(ISO_8859_1), 400, "not-utf-8", "UTF-8"),
                new Bad("text", "Ein Haus, bitte".getBytes(UTF_8), 400, "not-json", "kein lesbares JSON"),
                new Bad("half", Json.text(small()).substring(0, 300).getBytes(UTF_8), 400, "not-json", "Zeile"),
                new Bad("an array", "[]".getBytes(UTF_8), 400, "not-json", "kein JSON-Objekt"),
                new Bad(
                        "key twice",
                        small("\"art\":\"person\"", "\"art\":\"person\",\"art\":\"person\""),
                        400,
                        "not-json",
                        "kein lesbares JSON"),
                new Bad(
                        "deep",
                        small("[{\"art\":\"person\"", "[".repeat(50_000) + "{\"art\":\"person\""),
                        400,
                        "not-json",
                        "kein lesbares JSON"),
                new Bad("half a letter", small("Wiebke", "Wiebke\\ud83d"), 400, "not-json", "halbes Zeichen"),
                new Bad("NUL", small("Wiebke", "Wie\\u0000bke"), 422, "schema-violation", "vorname"),
                new Bad(
                        "endless number",
                        small("485000", "1e999999999"),
                        422,
                        "schema-violation",
                        "herstellungskosten"),
                new Bad("part missing", Json.bytes(Json.object()), 422, "schema-violation", "fehlt"),
                new Bad("too large", small("Wiebke", "W".repeat(60_000_000)), 413, "too-large", "10 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badForms")
    void badFormDataIsExplainedAndKept(Bad bad) throws IOException {
        Reply reply = forms.json(bad.body(), key(), "Content-Type", "application/json;charset=UTF-8");
        reply.isProblem(bad.status(), bad.code());
        assertThat(reply.text("detail")).contains(bad.words());
        outcomes.refused(reply.journeyId(), bad.words());
    }

    @Test
    void anUnknownServiceIsRefused() throws IOException {
        Reply reply = forms.json(forms.address("99999999999999"), Json.bytes(small()), key());
        reply.isProblem(404, "unknown-service");
        outcomes.refused(reply.journeyId(), "99999999999999");
    }

    @Test
    void anUnknownFormVersionIsRefused() throws IOException {
        var address = java.net.URI.create(forms.address(OnlineForm.SERVICE) + "?formSchema=urn:x:9.9");
        Reply reply = forms.json(address, Json.bytes(small()), key());
        reply.isProblem(422, "unknown-form");
        outcomes.refused(reply.journeyId(), "Formularversion");
    }

    @Test
    void aCompressedBodyIsNotUnpacked() throws IOException {
        Reply reply = forms.json(bomb(), key(), "Content-Encoding", "gzip");
        reply.isProblem(415, "compressed");
        outcomes.refused(reply.journeyId(), "komprimiert");
    }

    @Test
    void anotherContentTypeIsRefused() throws IOException {
        Reply reply = forms.json(Json.bytes(small()), key(), "Content-Type", "text/plain");
        reply.isProblem(415, "unsupported-type");
        outcomes.refused(reply.journeyId(), "application/json");
    }

    @Test
    void aTestMarkNobodyUnderstandsIsRefused() throws IOException {
        Reply reply = forms.json(Json.bytes(small()), key(), "Stadtbus-Test", "vielleicht");
        reply.isProblem(400, "bad-request");
        outcomes.refused(reply.journeyId(), "Stadtbus-Test");
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(UTF_8);
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                gzip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
