package org.stadtbus.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.PollWatch;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.bauamt.SftpDrop;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises a procedure that leaves its answers on a server. */
class SftpSourceTest {
    private static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";
    private static final int LARGEST = 1000;

    private record Taken(String name, String text) {}

    @TempDir
    Path home;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final TestGate room = new TestGate();
    private volatile boolean hubIsWell = true;
    private SftpDrop server;
    private CamelContext camel;
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        log.start();
        root.addAppender(log);
        ((Logger) LoggerFactory.getLogger(PollWatch.class)).setLevel(Level.INFO);
        server = new SftpDrop(0, home, "hub", PASSWORD);
        folder = Files.createDirectories(server.root().resolve("antworten/ausgang"));
        camel = Kamelets.context("sftp/sftp-source.kamelet.yaml");
        camel.getRegistry().bind("gate", room.gate());
        String source = Kamelets.uri(
                "sftp-source/bauamt",
                Map.of(
                        "host",
                        server.host(),
                        "port",
                        String.valueOf(server.port()),
                        "username",
                        "hub",
                        "password",
                        PASSWORD,
                        "knownHosts",
                        server.knownHosts().toString(),
                        "folder",
                        "antworten/ausgang",
                        "delay",
                        "50"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(source).errorHandler(noErrorHandler()).process(SftpSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
        root.detachAppender(log);
    }

    /** As the hub's own step: looks at the size before it reads. */
    private void takeIn(Exchange exchange) {
        long size = exchange.getIn().getHeader(Exchange.FILE_LENGTH, long.class);
        if (size == 0) {
            throw HubException.rejected("empty", "Die Nachricht ist leer.");
        }
        if (size > LARGEST) {
            throw HubException.rejected("too-large", "Die Nachricht ist zu groß.");
        }
        if (!hubIsWell) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusExternalReference", String.class),
                exchange.getIn().getBody(String.class)));
    }

    @Test
    void noFileIsTouchedWhileTheHubHasNoRoom() throws Exception {
        room.close();
        Files.writeString(folder.resolve("antwort.xml"), "<a/>");
        await().during(Duration.ofMillis(500))
                .until(() -> taken.isEmpty() && Files.exists(folder.resolve("antwort.xml")));

        room.open();
        await().until(() -> taken.size() == 1);
    }

    @Test
    void eachFileIsTakenOnceAndPutAside() {
        drop("a.xml", "eins");
        drop("b.xml", "zwei");
        until(() -> assertThat(names(".done")).containsExactly("a.xml", "b.xml"));
        assertThat(taken).containsExactly(new Taken("a.xml", "eins"), new Taken("b.xml", "zwei"));
        assertThat(names("")).containsExactly(".done");
    }

    @Test
    void aNameUsedAgainIsANewFile() throws IOException {
        drop("a.xml", "eins");
        until(() -> assertThat(names(".done")).hasSize(1));
        drop("a.xml", "zwei");
        Files.setLastModifiedTime(folder.resolve("a.xml"), FileTime.from(Instant.EPOCH));
        until(() -> assertThat(names(".done")).hasSize(2));
        assertThat(taken).containsExactly(new Taken("a.xml", "eins"), new Taken("a.xml", "zwei"));
    }

    @Test
    @Refuses(
            connector = "sftp",
            value = {BadInput.MALFORMED, BadInput.OVERSIZED})
    void refusedFilesDoNotBlockThoseBehindThem() {
        drop("a-leer.xml", "");
        drop("b-riesig.xml", "x".repeat(5_000_000));
        drop("c.xml", "gut");
        until(() -> assertThat(names(".done")).containsExactly("c.xml"));
        until(() -> assertThat(names(".refused"))
                .containsExactly("a-leer.xml", "a-leer.xml.grund.txt", "b-riesig.xml", "b-riesig.xml.grund.txt"));
        assertThat(folder.resolve(".refused")).isDirectoryContaining(SftpSourceTest::saysWhy);
        assertThat(taken).containsExactly(new Taken("c.xml", "gut"));
    }

    @Test
    void unfinishedFilesAreLeftAlone() {
        drop(".a.xml", "halb");
        drop("b.xml.part", "halb");
        drop("c.xml.TMP", "halb");
        drop("d.xml", "ganz");
        until(() -> assertThat(names(".done")).containsExactly("d.xml"));
        assertThat(taken).hasSize(1);
    }

    @Test
    void whatTheHubCouldNotTakeStaysUntilItCan() {
        hubIsWell = false;
        drop("a.xml", "eins");
        until(() -> assertThat(logged("Der Hub kann gerade nicht")).isNotEmpty());
        assertThat(names("")).containsExactly("a.xml");
        hubIsWell = true;
        until(() -> assertThat(names(".done")).containsExactly("a.xml"));
        assertThat(taken).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsOneSentenceAndNoStackTrace() {
        server.fault(new Fault.Down());
        until(() -> assertThat(logged("nicht erreichbar")).hasSize(1));
        server.fault(new Fault.None());
        drop("a.xml", "eins");
        until(() -> assertThat(names(".done")).containsExactly("a.xml"));
        until(() -> assertThat(logged("wird wieder abgeholt")).hasSize(1));
        assertThat(logged("nicht erreichbar")).hasSize(1);
        assertThat(List.copyOf(log.list)).noneMatch(event -> event.getThrowableProxy() != null);
    }

    @Test
    @Refuses(connector = "sftp", value = BadInput.REPLAYED)
    void aCutAfterTheMoveTakesNothingTwice() {
        server.fault(new Fault.HangUp());
        drop("a.xml", "eins");
        until(() -> assertThat(names(".done")).containsExactly("a.xml"));
        server.fault(new Fault.None());
        drop("b.xml", "zwei");
        until(() -> assertThat(names(".done")).containsExactly("a.xml", "b.xml"));
        assertThat(taken).hasSize(2);
    }

    private static boolean saysWhy(Path file) {
        try {
            return Files.readString(file).equals("Die Nachricht ist leer.\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void drop(String name, String text) {
        Disk.write(folder.resolve(name), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(met);
    }

    private List<ILoggingEvent> logged(String part) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getFormattedMessage().contains(part))
                .toList();
    }

    private List<String> names(String below) {
        Path listed = folder.resolve(below);
        if (!Files.exists(listed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(listed)) {
            return files.map(file -> Objects.toString(file.getFileName()).replaceFirst("^[0-9]{8}T[0-9]{6}Z-", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
