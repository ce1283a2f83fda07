package org.stadtbus.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.journal.ReceivedEvent;

/** What the pages promise to those who are logged in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesTest {
    private static final Instant START = Instant.parse("2026-11-23T06:58:11Z");
    private static final Pattern INLINE = Pattern.compile(
            "<style|\\sstyle=|<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);

    private final ConsoleServer console;
    private final Visitor operator;
    private final Visitor reader;
    private final Events decided = SampleJourneys.building("BA-2026-000870", START);
    private final Events clearing = SampleJourneys.building("BA-2026-000879", START.plusSeconds(96_000));
    private final Events delayed = SampleJourneys.building("BA-2026-000880", START.plusSeconds(97_000));
    private final Events hostile = SampleJourneys.building("<script>alert(1)</script>", START.plusSeconds(98_000))
            .attachments(SampleJourneys.attachment("x", "<img src=x onerror=alert(1)>", "\"><script>.pdf"));

    ConsolePagesTest(@TempDir Path folder) {
        this.console = ConsoleServer.start(folder);
        this.operator = console.visitor().loggedInAs(ConsoleServer.OPERATOR);
        this.reader = console.visitor().loggedInAs(ConsoleServer.READER);
    }

    @BeforeAll
    void fill() {
        console.project(SampleJourneys.decided(decided, "rest"));
        console.project(SampleJourneys.clearing(clearing, "fit-connect"));
        console.project(SampleJourneys.delayed(delayed, "rest"));
        console.project(SampleJourneys.received(hostile, "rest"));
    }

    @AfterAll
    void end() {
        console.close();
    }

    private static String page(Events journey) {
        return "/vorgaenge/" + journey.journeyId();
    }

    private static List<Integer> places(String body, String... parts) {
        return java.util.Arrays.stream(parts).map(body::indexOf).toList();
    }

    @Test
    void journeysStandNewestFirst() {
        String body = operator.get("/").body();

        assertThat(places(body, delayed.journeyId(), clearing.journeyId(), decided.journeyId()))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void whatBelongsToNoServiceSaysWhereItCameIn() {
        Events stranger = Events.journey("", "De-Mail 4711", START.plusSeconds(1));
        console.project(SampleJourneys.rejected(stranger, "de-mail-gateway"));

        String title = "Eingang bei »De-Mail-Postfach«, keiner Leistung zugeordnet";
        assertThat(operator.get("/?suche=4711").body()).contains(title);
        assertThat(operator.get(page(stranger)).body()).contains("<h1>" + title + "</h1>");
    }

    @Test
    void theSearchFindsBusinessKeysReferencesAndMessages() {
        for (String text : List.of("2026-00012", "ba-2026-000870", decided.messageId(SampleJourneys.APPLICATION))) {
            assertThat(operator.get("/?suche=" + text).body())
                    .as(text)
                    .contains(decided.journeyId())
                    .doesNotContain(clearing.journeyId());
        }
        assertThat(operator.get("/?suche=gibt-es-nicht").body()).contains("Kein Vorgang passt dazu.");
    }

    @Test
    void theStateFilterKeepsTheSearch() {
        assertThat(operator.get("/?zustand=klaerfall").body())
                .contains(clearing.journeyId())
                .doesNotContain(decided.journeyId());
        assertThat(operator.get("/?suche=%C3%A4%26%3Cb%3E").body())
                .contains("href=\"/?suche=%C3%A4%26%3Cb%3E&amp;zustand=klaerfall\"")
                .contains("value=\"ä&amp;&lt;b&gt;\"");
    }

    @Test
    void olderJourneysAreOnePageFurther() {
        List<ReceivedEvent> many = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            many.addAll(SampleJourneys.received(
                    SampleJourneys.building("SEITE-" + (100 + i), START.minusSeconds(90_000L - i)), "rest"));
        }
        console.project(many);

        String first = operator.get("/?suche=SEITE-").body();
        assertThat(first).contains("SEITE-150").doesNotContain("SEITE-100").contains("Ältere");
        var older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(operator.get(older.group(1).replace("&amp;", "&")).body())
                .contains("SEITE-100")
                .doesNotContain("SEITE-150");
    }

    @Test
    void theTimeLineTellsTheStepsInOrderByDays() {
        String body = operator.get(page(decided)).body();

        assertThat(places(
                        body,
                        "Montag, 23. November 2026",
                        "Antrag eingegangen.",
                        "Abgebildet mit bauantrag-to-xbau.",
                        "Zugestellt, Akte 4711 angelegt.",
                        "Dienstag, 24. November 2026",
                        "formellePruefung.0201",
                        "bescheid.0205"))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void whyAJourneyStandsStillIsSaidFirst() {
        assertThat(operator.get(page(clearing)).body())
                .contains("Steht still: eAkte / Dokumentenmanagement", "Eine Person muss sich darum kümmern.");
        assertThat(operator.get(page(delayed)).body())
                .contains("Wartet auf eAkte / Dokumentenmanagement", "Niemand muss etwas tun.", "5 frühere Meldungen");
        assertThat(operator.get(page(decided)).body()).doesNotContain("Steht still", "Wartet auf");
    }

    @Test
    void whoMayNotSeePayloadsSeesThatTheyExist() {
        assertThat(operator.get(page(decided)).body())
                .contains("Nutzdaten", "wer mit der Rolle Einsicht angemeldet ist")
                .doesNotContain("/nutzdaten/");
        HttpResponse<String> refused = operator.get(page(decided) + "/nutzdaten/" + form().sha256());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Ihr Konto hat nicht die Rolle").doesNotContain("{\"antrag\"");
    }

    private org.stadtbus.journal.JournalEvent.PayloadRef form() {
        return java.util.Objects.requireNonNull(
                console.journal().steps(decided.journeyId()).get(0).payload());
    }

    private long looks() {
        return console.journal().steps(decided.journeyId()).stream()
                .map(Step::type)
                .filter(EventType.VIEWED::equals)
                .count();
    }

    @Test
    void aLookAtAPayloadIsJournalledOrDoesNotHappen() {
        String address = page(decided) + "/nutzdaten/" + form().sha256();
        assertThat(reader.get(page(decided)).body()).contains("href=\"" + address + "\"");
        long before = looks();

        assertThat(reader.get(address).body()).isEqualTo("{\"antrag\":\"" + decided.journeyId() + "\"}");
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(operator.get(page(decided)).body()).contains("Konto »einsicht« hat Nutzdaten geöffnet");

        console.gate().closed(true);
        HttpResponse<String> unnoted = reader.get(address);
        console.gate().closed(false);
        assertThat(unnoted.statusCode()).isEqualTo(503);
        assertThat(unnoted.body()).doesNotContain("{\"antrag\"").contains("Das Journal nimmt nichts an.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/vorgaenge/{hostile}", "/?suche=%3Cscript%3Ealert(1)%3C/script%3E"})
    void hostileTextIsShownAsText(String address) {
        String body =
                reader.get(address.replace("{hostile}", hostile.journeyId())).body();

        assertThat(body).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>", "<img src=x");
    }

    @Test
    void noPageNeedsInlineScriptsOrStyles() {
        for (String address : List.of("/", "/anmelden", "/unsinn", page(decided), page(clearing), page(delayed))) {
            HttpResponse<String> page = reader.get(address);
            assertThat(INLINE.matcher(page.body()).find()).as(address).isFalse();
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(csp ->
                            assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));
        }
    }

    @Test
    void theApplicantReadsPlainGermanAndNoReasonOfTheHouse() {
        HttpResponse<String> status = console.visitor().get("/api/v1/journeys/" + clearing.journeyId() + "/status");

        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body())
                .contains("\"label\":\"Klärfall\"")
                .contains("Ihr Bauantrag wird von einer Mitarbeiterin oder einem Mitarbeiter der Stadt angesehen.")
                .doesNotContain("63-2025-00999", "Zuständig", "eAkte");
    }
}
