package org.stadtbus.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.stadtbus.journal.Events;
import org.stadtbus.testkit.Browser;

/** What people see and type at the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleInBrowserIT {
    private static final Instant START = Instant.parse("2026-11-23T06:58:11Z");
    private static final List<Integer> WIDTHS = List.of(1440, 768, 360);

    private final ConsoleServer console;
    private final Browser browser;
    private final Events decided = SampleJourneys.building("BA-2026-000870", START.minusSeconds(400_000));
    private final Events clearing = SampleJourneys.building("BA-2026-000879", START.plusSeconds(96_000));
    private final Events delayed = SampleJourneys.building("BA-2026-000880", START.plusSeconds(97_000))
            .unchecked()
            .attachments(SampleJourneys.attachment("a1", "Lageplan", "lageplan.pdf"));

    ConsoleInBrowserIT(@TempDir Path folder) {
        this.console = ConsoleServer.start(folder.resolve("data"), "sandbox");
        this.browser = Browser.open(console.address(), folder.resolve("profile"));
    }

    @BeforeAll
    void fill() {
        console.project(SampleJourneys.day(START));
        console.project(SampleJourneys.decided(decided, "rest"));
        console.project(SampleJourneys.clearing(clearing, "fit-connect"));
        console.project(SampleJourneys.delayed(delayed, "rest"));
        Events stranger = Events.journey("", "De-Mail 4711", START.plusSeconds(98_000));
        console.project(SampleJourneys.rejected(stranger, "de-mail-gateway"));
    }

    @BeforeEach
    void ordinaryScreen() {
        browser.dark(false).screen(1440, 900).errors();
    }

    @AfterAll
    void end() {
        browser.close();
        console.close();
    }

    @Test
    void pagesFitEveryScreenInLightAndDark() throws IOException {
        look("journeys", "/");
        look("empty", "/?suche=gibt-es-nicht");
        look("login", "/anmelden?error");
        look("decided", "/vorgaenge/" + decided.journeyId());
        look("clearing", "/vorgaenge/" + clearing.journeyId());
        look("delayed", "/vorgaenge/" + delayed.journeyId());
        assertThat(browser.errors()).isEmpty();
        look("problem", "/vorgaenge/unbekannt");
    }

    private void look(String name, String path) throws IOException {
        for (boolean dark : List.of(false, true)) {
            browser.dark(dark);
            for (int width : WIDTHS) {
                browser.screen(width, 900).visit(path);
                browser.picture("console-" + name + "-" + width + (dark ? "-dark" : ""));
                assertThat(browser.scrollsSideways()).as(name + " at " + width).isFalse();
            }
        }
    }

    @Test
    void theWayFromTheSearchToAJourneyNeedsNoMouse() {
        browser.visit("/").type("/");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("suche");

        browser.type("BA-2026-00087", Keys.ENTER);
        browser.awaitPlace("/?suche=");
        browser.type("j").type("j").type("k").type(Keys.ARROW_DOWN);
        String second = "v-"
                + console.journal()
                        .journeys(new org.stadtbus.journal.JournalQueries.Filter("BA-2026-00087", null, null, null), 2)
                        .get(1)
                        .journeyId();
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo(second);

        browser.type(Keys.ENTER);
        browser.awaitPlace("/vorgaenge/" + second.substring(2));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void keysCanBeSwitchedOff() {
        browser.visit("/").find("[data-keys-on]").click();
        browser.visit("/").type("/");

        assertThat(browser.focused().getTagName()).isEqualTo("body");
        browser.find("[data-keys-on]").click();
    }

    @Test
    void newJourneysAppearByThemselvesAndTheFocusStays() {
        browser.visit("/").type("j");
        String before = String.valueOf(browser.focused().getDomAttribute("id"));

        console.project(
                SampleJourneys.received(SampleJourneys.building("BA-2026-000999", START.plusSeconds(200_000)), "rest"));

        browser.awaitText("BA-2026-000999");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo(before);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void somebodyLogsInOpensAJourneyAndLogsOut() {
        browser.logIn(ConsoleServer.READER, ConsoleServer.PASSWORD);
        browser.visit("/vorgaenge/" + decided.journeyId());
        assertThat(browser.find(".files a").getText()).isEqualTo("Nutzdaten");

        browser.find(".account button").click();
        browser.awaitText("Sie sind abgemeldet.");
        assertThat(browser.errors()).isEmpty();
    }
}
