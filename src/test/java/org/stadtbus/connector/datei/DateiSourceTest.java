package org.stadtbus.connector.datei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.PollWatch;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;

/** What the connector promises a procedure that leaves its answers in a folder. */
class DateiSourceTest {
    private static final int LARGEST = 1000;

    private record Taken(String name, String duplicateKey, String contentType, String extension, String text) {}

    @TempDir
    Path home;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(PollWatch.class);
    private final TestGate room = new TestGate();
    private final CamelContext camel = context();
    private volatile boolean hubIsWell = true;
    private Path folder;

    private static CamelContext context() {
        try {
            return Kamelets.context("datei/datei-source.kamelet.yaml");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void begin() throws IOException {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        folder = Files.createDirectories(home.resolve("ausgang"));
        camel.getRegistry().bind("gate", room.gate());
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        logger.detachAppender(log);
    }

    private void source(String completion, String... more) {
        Map<String, String> properties =
                new LinkedHashMap<>(Map.of("folder", folder.toString(), "delay", "50", "completion", completion));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(Kamelets.uri("datei-source/amt", properties))
                            .errorHandler(noErrorHandler())
                            .process(DateiSourceTest.this::takeIn);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the hub's own step. */
    private void takeIn(Exchange exchange) {
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            throw unreadable;
        }
        if (exchange.getIn().getHeader(Exchange.FILE_LENGTH, long.class) == 0) {
            throw HubException.rejected("empty", "Die Nachricht ist leer.");
        }
        if (exchange.getIn().getHeader(Exchange.FILE_LENGTH, long.class) > LARGEST) {
            throw HubException.rejected("too-large", "Die Nachricht ist zu groß.");
        }
        if (!hubIsWell) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        taken.add(new Taken(
                header(exchange, "StadtbusExternalReference"),
                header(exchange, "StadtbusDuplicateKey"),
                header(exchange, "StadtbusContentType"),
                header(exchange, "StadtbusExtension"),
                exchange.getIn().getBody(String.class)));
    }

    private static String header(Exchange exchange, String name) {
        return exchange.getIn().getHeader(name, "", String.class);
    }

    @Test
    void eachFileIsTakenOnceAndPutAside() {
        source("none", "contentType", "text/csv", "extension", "csv");
        drop("a.csv", "eins");
        drop("b.csv", "zwei");
        until(() -> assertThat(names(".done")).containsExactly("a.csv", "b.csv"));
        assertThat(taken)
                .containsExactly(
                        new Taken("a.csv", "a.csv", "text/csv", "csv", "eins"),
                        new Taken("b.csv", "b.csv", "text/csv", "csv", "zwei"));
        assertThat(names("")).containsExactly(".done");
    }

    @Test
    void aFileIsPutIntoTheFoldersTheOperatorNames() {
        Path archive = home.resolve("archiv");
        source("none", "doneFolder", archive.toString(), "refusedFolder", "abgelehnt");
        drop("a.xml", "eins");
        drop("leer.xml", "");
        until(() -> assertThat(names(archive.toString())).containsExactly("a.xml"));
        until(() -> assertThat(names("abgelehnt")).containsExactly("leer.xml", "leer.xml.grund.txt"));
    }

    @Test
    void aFileWithoutItsFlagIsLeftAlone() {
        source("flag");
        drop("a.xml", "noch nicht");
        drop("b.xml", "fertig");
        drop("b.xml.fertig", "");
        until(() -> assertThat(names(".done")).containsExactly("b.xml", "b.xml.fertig"));
        assertThat(taken).hasSize(1);
        drop("a.xml.fertig", "");
        until(() -> assertThat(names(".done")).hasSize(4));
        assertThat(taken).hasSize(2);
    }

    @Test
    @Refuses(connector = "datei", value = BadInput.MALFORMED)
    void aFileThatIsNotWhatItsChecksumSaysIsRefusedAndHoldsNothingUp() {
        source("checksum");
        drop("a.xml", "kaputt");
        drop("a.xml.sha256", sum("heil") + "  a.xml\n");
        drop("b.xml", "heil");
        drop("b.xml.sha256", sum("heil").toUpperCase(java.util.Locale.ROOT));
        until(() -> assertThat(names(".done")).containsExactly("b.xml", "b.xml.sha256"));
        until(() -> assertThat(names(".refused")).containsExactly("a.xml", "a.xml.grund.txt", "a.xml.sha256"));
        assertThat(taken).extracting(Taken::name).containsExactly("b.xml");
    }

    @Test
    @Refuses(connector = "datei", value = BadInput.OVERSIZED)
    void aFileThatIsTooLargeIsRefusedAndHoldsNothingUp() {
        source("none");
        drop("a.xml", "x".repeat(LARGEST + 1));
        drop("b.xml", "heil");
        until(() -> assertThat(names(".done")).containsExactly("b.xml"));
        until(() -> assertThat(names(".refused")).containsExactly("a.xml", "a.xml.grund.txt"));
        assertThat(taken).extracting(Taken::name).containsExactly("b.xml");
    }

    @Test
    void aTakenFileCanBeDeletedWithItsMarker() {
        source("checksum", "delete", "true");
        drop("a.xml", "eins");
        drop("a.xml.sha256", sum("eins") + " *a.xml\n");
        until(() -> assertThat(names("")).isEmpty());
        assertThat(taken).hasSize(1);
    }

    @Test
    void whatTheSinkDroppedTheSourceTakes() {
        try (Delivery sink = new Delivery(folder, new MemoryVault(), Map.of("completion", "checksum"))) {
            sink.deliver();
        }
        source("checksum");
        until(() -> assertThat(taken).extracting(Taken::text).containsExactly("<antrag/>"));
    }

    @Test
    void whatTheHubCouldNotTakeStaysUntilItCan() {
        hubIsWell = false;
        source("none");
        drop("a.xml", "eins");
        until(() -> assertThat(logged("Der Hub kann gerade nicht")).isNotEmpty());
        assertThat(names("")).containsExactly("a.xml");
        hubIsWell = true;
        until(() -> assertThat(names(".done")).containsExactly("a.xml"));
        assertThat(taken).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadHoldsNoneUp() throws IOException {
        source("none");
        Files.createSymbolicLink(folder.resolve("a.xml"), home.resolve("nirgends"));
        drop("b.xml", "zwei");
        until(() -> assertThat(names(".done")).contains("b.xml"));
        assertThat(taken).extracting(Taken::name).containsExactly("b.xml");
    }

    @Test
    void noFileIsTouchedWhileTheHubHasNoRoom() {
        room.close();
        source("none");
        drop("a.xml", "eins");
        await().during(Duration.ofMillis(500))
                .until(() -> taken.isEmpty() && names("").contains("a.xml"));
        room.open();
        until(() -> assertThat(taken).hasSize(1));
    }

    @Test
    void aShareThatIsAwayIsOneSentenceAndNoStackTrace() throws IOException {
        Files.move(folder, home.resolve("weg"));
        source("none");
        until(() -> assertThat(logged("nicht erreichbar")).hasSize(1));
        Files.move(home.resolve("weg"), folder);
        drop("a.xml", "eins");
        until(() -> assertThat(names(".done")).containsExactly("a.xml"));
        until(() -> assertThat(logged("wird wieder abgeholt")).hasSize(1));
        assertThat(logged("nicht erreichbar")).hasSize(1);
        assertThat(List.copyOf(log.list)).noneMatch(event -> event.getThrowableProxy() != null);
    }

    private static String sum(String text) {
        return Ids.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private void drop(String name, String text) {
        Disk.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void until(ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(met);
    }

    private List<ILoggingEvent> logged(String part) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getFormattedMessage().contains(part))
                .toList();
    }

    private List<String> names(String below) {
        Path listed = folder.resolve(below);
        return Files.exists(listed)
                ? Delivery.names(listed).stream()
                        .map(name -> Objects.toString(name).replaceFirst("^[0-9]{8}T[0-9]{6}Z-", ""))
                        .toList()
                : List.of();
    }
}
