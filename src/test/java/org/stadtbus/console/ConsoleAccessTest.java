package org.stadtbus.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.journal.Events;

/** Who gets in, and what the others read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleAccessTest {
    private final ConsoleServer city;
    private final ConsoleServer sandbox;
    private final Events journey = SampleJourneys.building("BA-1", Instant.parse("2026-11-23T06:58:11Z"));

    ConsoleAccessTest(@TempDir Path folder) {
        this.city = ConsoleServer.start(folder.resolve("city"));
        this.sandbox = ConsoleServer.start(folder.resolve("sandbox"), "sandbox");
    }

    @BeforeAll
    void fill() {
        city.project(SampleJourneys.received(journey, "rest"));
        sandbox.project(SampleJourneys.received(journey, "rest"));
    }

    @AfterAll
    void end() {
        city.close();
        sandbox.close();
    }

    private static void isLogin(HttpResponse<String> page) {
        assertThat(page.uri().getPath()).isEqualTo("/anmelden");
        assertThat(page.body()).contains("<h1>Anmelden</h1>").doesNotContain("BA-1");
    }

    @Test
    void outsideTheSandboxNobodySeesAnythingBeforeTheLogIn() {
        String page = "/vorgaenge/" + journey.journeyId();
        isLogin(city.visitor().get("/"));
        isLogin(city.visitor().get(page));
        isLogin(city.visitor().get(page + "/nutzdaten/abc"));
    }

    @Test
    void theSandboxShowsJourneysToEverybodyAndPayloadsToNobody() {
        String page = "/vorgaenge/" + journey.journeyId();
        assertThat(sandbox.visitor().get("/").body()).contains("BA-1", "href=\"/anmelden\"");
        assertThat(sandbox.visitor().get(page).body()).contains("BA-1").doesNotContain("/nutzdaten/");
        isLogin(sandbox.visitor().get(page + "/nutzdaten/abc"));
    }

    @Test
    void afterTheLogInPeopleAreWhereTheyWantedToGo() {
        Visitor visitor = city.visitor();
        visitor.get("/vorgaenge/" + journey.journeyId());

        HttpResponse<String> page = visitor.logIn(ConsoleServer.OPERATOR, ConsoleServer.PASSWORD);

        assertThat(page.uri().getPath()).isEqualTo("/vorgaenge/" + journey.journeyId());
        assertThat(page.body()).contains("Abmelden", ConsoleServer.OPERATOR);
    }

    @Test
    void logOutEndsTheSession() {
        Visitor visitor = city.visitor().loggedInAs(ConsoleServer.OPERATOR);

        assertThat(visitor.post("/abmelden", Map.of()).body()).contains("Sie sind abgemeldet.");
        isLogin(visitor.get("/"));
    }

    @Test
    void aWrongPasswordIsSaidWithoutSayingWhichPartIsWrong() {
        String wrongPassword =
                city.visitor().logIn(ConsoleServer.OPERATOR, "falsch").body();
        String wrongAccount = city.visitor().logIn("niemand", "falsch").body();

        assertThat(wrongPassword).contains("Konto oder Passwort stimmt nicht.");
        assertThat(wrongAccount.replaceAll("value=\"[^\"]+\"", ""))
                .isEqualTo(wrongPassword.replaceAll("value=\"[^\"]+\"", ""));
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithASentence() {
        for (String path : new String[] {"/anmelden", "/abmelden"}) {
            HttpResponse<String> page =
                    city.visitor().postWithoutToken(path, Map.of("konto", "betrieb", "_csrf", "falsch"));

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("Bitte die Seite neu laden und es noch einmal versuchen.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/unsinn, 404, Diese Seite gibt es nicht.",
        "/console/, 404, Diese Seite gibt es nicht.",
        "/actuator, 404, Diese Seite gibt es nicht.",
        "/actuator/env, 404, Diese Seite gibt es nicht.",
        "/error, 404, Diese Seite gibt es nicht.",
        "/vorgaenge/unbekannt, 404, Diesen Vorgang kennt der Stadtbus nicht.",
        "/vorgaenge/a/b, 404, Diese Seite gibt es nicht.",
        "/vorgaenge/a;b, 400, Mit dieser Anfrage kann die Konsole nichts anfangen.",
        "/?zustand=unsinn, 404, Den Vorgangszustand »unsinn« gibt es nicht",
        "/?vor=unsinn, 200, Alle Vorgänge zeigen",
        "/?suche=%00, 200, Vorgänge"
    })
    void whatGoesWrongIsASentenceOnAPage(String address, int status, String sentence) {
        HttpResponse<String> page =
                city.visitor().loggedInAs(ConsoleServer.OPERATOR).get(address);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains(sentence, "<html lang=\"de\"")
                .doesNotContain("Whitelabel", "Exception", "\tat ", "Tomcat");
    }

    @Test
    void unknownPagesAreUnknownToEverybody() {
        assertThat(city.visitor().get("/unsinn").statusCode()).isEqualTo(404);
    }

    @Test
    void healthIsOpenAndTellsNoDetails() {
        HttpResponse<String> health = city.visitor().get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("H2", "diskSpace");
    }
}
