package org.stadtbus.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.cli.Ports;
import org.stadtbus.testkit.Browser;
import org.stadtbus.testkit.Program;

/** What a person sees who types {@code ./stadtbus demo} and opens the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final int PATIENCE_SECONDS = 480;
    private static final int SIGTERM = 143;

    private final int port = Ports.free();

    @TempDir
    private static Path folder;

    private Program demo;

    @BeforeAll
    void start() throws InterruptedException {
        demo = Program.start(
                "demo", "--json", "--data", folder.resolve("demo").toString(), "--port", String.valueOf(port));
        assertThat(demo.awaitLine(line -> line.startsWith("{\"journeys\""), PATIENCE_SECONDS))
                .as(demo.text())
                .isTrue();
    }

    @AfterAll
    void ctrlCStopsCleanly() throws InterruptedException {
        int code = demo.stop(PATIENCE_SECONDS);
        assertThat(code).as(demo.text()).isEqualTo(SIGTERM);
        assertThat(demo.text()).doesNotContain("Exception", " ERROR ");
    }

    @Test
    void everyErrandEndsAsExpected() {
        DemoResult result = DemoResult.of(demo);
        assertThat(result.counts()).as(demo.text()).isEqualTo(DemoResult.EXPECTED);
        assertThat(demo.text()).contains("Alle endeten wie erwartet.");
        assertThat(new Deliveries(folder.resolve("demo/stadt")).twice()).isEmpty();
    }

    @Test
    void theApplicationThatCameByXtaIsDecidedAndItsDecisionLiesAtThePortal() throws Exception {
        assertThat(DemoResult.of(demo).states()).containsEntry("aus-dem-bauportal", "entschieden");
        try (Stream<Path> letters = Files.list(folder.resolve("demo/stadt/bauportal/postfach"))) {
            assertThat(letters).hasSize(2);
        }
    }

    @Test
    void theOtherTownFindsTheAnswersToItsNoticesInItsMailbox() throws Exception {
        assertThat(DemoResult.of(demo).states())
                .containsEntry("umzug-rueckmeldung", "entschieden")
                .containsEntry("umzug-ohne-person", "zurueckgewiesen");
        try (Stream<Path> letters = Files.list(folder.resolve("demo/stadt/meldenetz/gemeinde/postfach"))) {
            assertThat(letters).hasSize(2);
        }
    }

    @Test
    void thePagesShowTheSameInARealBrowser() throws Exception {
        DemoResult result = DemoResult.of(demo);
        try (Browser browser = Browser.open(URI.create("http://127.0.0.1:" + port), folder.resolve("browser"))) {
            browser.screen(1440, 900).visit("/").awaitText("Entschieden");
            browser.picture("demo-vorgaenge");
            for (String id : result.ids().values()) {
                assertThat(browser.find("a[href='/vorgaenge/" + id + "']").isDisplayed())
                        .isTrue();
            }
            DemoResult.EXPECTED.forEach((state, count) -> assertThat(
                            browser.script("return document.querySelectorAll('.badge.s-" + state + "').length"))
                    .as(state)
                    .isEqualTo(String.valueOf(count)));
            browser.visit("/vorgaenge/" + result.ids().get("einfamilienhaus")).awaitText("Ihr Antrag ist genehmigt");
            browser.picture("demo-vorgang");
            assertThat(browser.text()).contains("FIT-Connect", "eAkte", "Bauanträge", "Brandschutz", "63-2026-");
            assertThat(browser.errors()).isEmpty();
        }
    }
}
