package org.stadtbus.connector.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.bauamt.SftpDrop;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What the connector promises a procedure that leaves a message with its files. */
class SftpEnclosuresTest {
    @TempDir
    Path home;

    private final List<Attachment> files = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final MemoryVault vault = new MemoryVault();
    private SftpDrop server;
    private CamelContext camel;
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        server = new SftpDrop(0, home, "hub", "geheim");
        folder = Files.createDirectories(server.root().resolve("ausgang"));
        camel = Kamelets.context("sftp/sftp-source.kamelet.yaml");
        camel.getRegistry().bind("gate", new TestGate().gate());
        camel.getRegistry().bind("vault", Vault.class, vault);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("host", server.host());
        properties.put("port", String.valueOf(server.port()));
        properties.put("username", "hub");
        properties.put("password", "geheim");
        properties.put("knownHosts", server.knownHosts().toString());
        properties.put("folder", "ausgang");
        properties.put("delay", "50");
        properties.put("completion", "checksum");
        properties.put("attachments", "true");
        properties.put("procedure", "owi-verfahren");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("sftp-source/owi", properties))
                        .errorHandler(noErrorHandler())
                        .process(SftpEnclosuresTest.this::takeIn);
            }
        });
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    /** As the hub's own step: what is unreadable is refused. */
    private void takeIn(Exchange exchange) {
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            throw unreadable;
        }
        files.addAll(List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)));
        taken.add(exchange.getIn().getBody(String.class));
    }

    private void drop(String name, String text) {
        Disk.write(folder.resolve(name), text.getBytes(UTF_8));
    }

    private static String line(String text, String name) {
        return Ids.sha256(text.getBytes(UTF_8)) + "  " + name + "\n";
    }

    private static void until(org.awaitility.core.ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(met);
    }

    private List<Path> listed(String below) {
        try (Stream<Path> files = Files.list(Files.createDirectories(folder.resolve(below)))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(String below) {
        return listed(below).stream()
                .map(file -> String.valueOf(file.getFileName()).replaceFirst("^[0-9]{8}T[0-9]{6}Z-", ""))
                .sorted()
                .toList();
    }

    private String reason() throws IOException {
        return Files.readString(listed(".refused").stream()
                .filter(file -> file.toString().endsWith(".grund.txt"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void messageComesOnceItsFilesAreThereAndTheyComeAlong() throws Exception {
        drop("Anhang eins.pdf", "eins");
        drop("zwei.pdf", "zwei");
        drop("m.xml", "<m/>");
        drop("m.xml.sha256", line("eins", "Anhang eins.pdf") + line("zwei", "zwei.pdf") + line("<m/>", "m.xml"));
        until(() -> assertThat(names(".done")).containsExactly("Anhang eins.pdf", "m.xml", "m.xml.sha256", "zwei.pdf"));
        assertThat(taken).containsExactly("<m/>");
        assertThat(files).extracting(Attachment::filename).containsExactly("Anhang eins.pdf", "zwei.pdf");
        assertThat(new String(vault.open(files.get(0).sha256()).readAllBytes(), UTF_8))
                .isEqualTo("eins");
        assertThat(names("")).isEmpty();
    }

    @Test
    void messageOneOfWhoseFilesIsMissingIsRefusedAndNoNameIsTold() throws IOException {
        drop("eins.pdf", "eins");
        drop("m.xml", "<m/>");
        drop("m.xml.sha256", line("eins", "eins.pdf") + line("zwei", "zwei.pdf") + line("<m/>", "m.xml"));
        until(() ->
                assertThat(names(".refused")).containsExactly("eins.pdf", "m.xml", "m.xml.grund.txt", "m.xml.sha256"));
        assertThat(reason()).contains("Die 2. Anlage").doesNotContain("zwei.pdf");
        assertThat(taken).isEmpty();
    }

    @Test
    @Refuses(connector = "sftp", value = BadInput.MALFORMED)
    void messageOneOfWhoseFilesIsAnotherThanAnnouncedIsRefused() throws IOException {
        drop("eins.pdf", "vertauscht");
        drop("m.xml", "<m/>");
        drop("m.xml.sha256", line("eins", "eins.pdf") + line("<m/>", "m.xml"));
        until(() -> assertThat(names(".refused")).contains("eins.pdf", "m.xml"));
        assertThat(reason()).contains("Prüfsumme");
        assertThat(taken).isEmpty();
    }

    @Test
    void fileOutsideTheFolderIsNeverRead() throws IOException {
        Disk.write(server.root().resolve("fremd.pdf"), "fremd".getBytes(UTF_8));
        drop("m.xml", "<m/>");
        drop("m.xml.sha256", line("fremd", "../fremd.pdf") + line("<m/>", "m.xml"));
        until(() -> assertThat(names(".refused")).contains("m.xml"));
        assertThat(reason()).contains("liegt nicht im Ordner");
        assertThat(server.root().resolve("fremd.pdf")).exists();
        assertThat(taken).isEmpty();
    }
}
