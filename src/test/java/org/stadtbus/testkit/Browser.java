package org.stadtbus.testkit;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium of this machine that looks at one server. Without {@code chromium} and {@code chromedriver} on the path a
 * test is skipped with a sentence; where the environment says {@code CI=true} it fails instead.
 */
public final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final URI server;

    private Browser(ChromeDriver driver, URI server) {
        this.driver = driver;
        this.server = server;
    }

    /**
     * Starts a browser with an empty profile.
     *
     * @param server addresses are relative to this
     * @param profile empty folder for the browser's own files
     */
    public static Browser open(URI server, Path profile) {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = onPath("chromedriver");
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    chromium.isPresent() && chromedriver.isPresent(),
                    "Looks at pages in Chromium: chromium and chromedriver are not on the path");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        options.addArguments("--disable-dev-shm-usage", "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), server);
    }

    private static Optional<File> onPath(String... names) {
        List<String> folders = Arrays.asList(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Sets the width and height of the screen, in CSS pixels. */
    public Browser screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Asks pages for their dark or light colours. */
    public Browser dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Opens an address of the server, e.g. {@code /anmelden}. */
    public Browser visit(String path) {
        driver.get(server.resolve(path).toString());
        return this;
    }

    /** Path and query of where the browser is. */
    public String place() {
        URI now = URI.create(String.valueOf(driver.getCurrentUrl()));
        return now.getRawQuery() == null ? now.getRawPath() : now.getRawPath() + "?" + now.getRawQuery();
    }

    /** The first element that the CSS selector finds, waited for. */
    public WebElement find(String css) {
        return patience()
                .ignoreException(NoSuchElementException.class)
                .until(() -> driver.findElement(By.cssSelector(css)), element -> true);
    }

    private static ConditionFactory patience() {
        return Awaitility.await().pollInSameThread().atMost(PATIENCE);
    }

    /** Waits until the page shows the text. */
    public void awaitText(String text) {
        patience().until(() -> text().contains(text));
    }

    /** Waits until the address starts like this. */
    public void awaitPlace(String start) {
        patience().until(() -> place().startsWith(start));
    }

    /** All that the page shows. */
    public String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    /** Types keys to whatever has the focus. */
    public Browser type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** The element that has the focus. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Logs in at the console. */
    public void logIn(String account, String password) {
        visit("/anmelden");
        find("#konto").sendKeys(account);
        find("#passwort").sendKeys(password, Keys.ENTER);
        patience().until(() -> !place().startsWith("/anmelden"));
    }

    /** True when the page is wider than the screen. */
    public boolean scrollsSideways() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /** Runs a script in the page. */
    public String script(String source) {
        return String.valueOf(driver.executeScript(source));
    }

    /** Errors on the browser's console since the last call: failed scripts, refused styles, missing files. */
    public List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Takes a picture of the whole page into {@code target/screenshots/<name>.png}. */
    public Path picture(String name) throws IOException {
        Map<String, Object> page = Map.of(
                "x",
                0,
                "y",
                0,
                "width",
                pixels("innerWidth"),
                "height",
                pixels("document.documentElement.scrollHeight"),
                "scale",
                1);
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", page));
        Files.createDirectories(SCREENSHOTS);
        Path file = SCREENSHOTS.resolve(name + ".png");
        return Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    }

    private long pixels(String what) {
        return Long.parseLong(script("return Math.max(1, Math.round(" + what + "))"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
