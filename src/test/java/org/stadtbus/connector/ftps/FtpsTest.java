package org.stadtbus.connector.ftps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.ablage.FolderReader;
import org.stadtbus.sandbox.ablage.FtpsDrop;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What the connector promises who delivers and collects over FTPS, against a real server. */
class FtpsTest {
    private static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";
    private static final int LARGEST = 1000;
    private static final String NAME = "nachricht-1.xml";
    private static final byte[] PAYLOAD = "<antrag/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private final MemoryVault vault = new MemoryVault();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final CamelContext camel = context();
    private FtpsDrop server;
    private Path inbox;
    private Path outbox;

    private static CamelContext context() {
        try {
            return Kamelets.context("ftps/ftps-sink.kamelet.yaml", "ftps/ftps-source.kamelet.yaml");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void begin() {
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.start();
        serve("explicit");
    }

    private void serve(String encryption) {
        server = new FtpsDrop(home, "hub", PASSWORD, encryption.equals("implicit"));
        try {
            inbox = Files.createDirectories(server.root().resolve("eingang"));
            outbox = Files.createDirectories(server.root().resolve("ausgang"));
            Files.createDirectories(server.root().resolve("verarbeitet"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.putAll(Map.of(
                "host",
                server.host(),
                "port",
                String.valueOf(server.port()),
                "username",
                "hub",
                "password",
                PASSWORD,
                "encryption",
                encryption,
                "certificates",
                server.certificate().toString(),
                "completion",
                "checksum"));
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    @Refuses(connector = "ftps", value = BadInput.REPLAYED)
    void aMessageIsDroppedOnceWithItsAttachmentsAndChecksums(String encryption) {
        server.close();
        serve(encryption);
        Attachment plan = attachment(new byte[300_000]);
        assertThat(deliver(plan)).isEqualTo("abgelegt als " + NAME);
        assertThat(deliver(plan)).isEqualTo("lag schon als " + NAME);
        FolderReader reader = new FolderReader(inbox, server.root().resolve("verarbeitet"));
        assertThat(reader.take()).containsExactly("nachricht-1.plan-1.pdf", NAME);
        assertThat(deliver(plan)).isEqualTo("lag schon als " + NAME);
        assertThat(names(inbox)).isEmpty();
    }

    @Test
    void aRedeliveryAfterEachCutLeavesOneWholeMessage() {
        Attachment plan = attachment(new byte[300_000]);
        server.fault(new Fault.HangUp());
        for (int cuts = 0; cuts < 6; cuts++) {
            assertThat(failure(Map.of(), plan).problemCode()).isEqualTo("ftps-unavailable");
            List<String> now = names(inbox);
            assertThat(!now.contains(NAME) || now.contains("nachricht-1.plan-1.pdf"))
                    .isTrue();
        }
        server.fault(new Fault.None());
        deliver(plan);
        assertThat(new FolderReader(inbox, server.root().resolve("verarbeitet")).take())
                .hasSize(2);
    }

    @Test
    void otherContentUnderTheSameNameIsLeftAloneEvenOfEqualSize() {
        Disk.write(inbox.resolve(NAME), "<ANTRAG/>".getBytes(StandardCharsets.UTF_8));
        assertThat(failure(Map.of()).problemCode()).isEqualTo("ftps-name-taken");
        assertThat(inbox.resolve(NAME)).hasContent("<ANTRAG/>");
    }

    @Test
    @Refuses(connector = "ftps", value = BadInput.WRONGLY_SIGNED)
    void aServerThatCannotProveItsNameGetsNothing() {
        HubException stranger = failure(Map.of("certificates", ""));
        assertThat(stranger.problemCode()).isEqualTo("ftps-certificate");
        assertThat(stranger.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure(Map.of("host", "localhost")).problemCode()).isEqualTo("ftps-certificate");
        assertThat(names(inbox)).isEmpty();
    }

    @Test
    @Refuses(connector = "ftps", value = BadInput.WRONGLY_SIGNED)
    void whatAPersonMustMendIsNotTriedForEverAndWhatPassesIs() {
        assertThat(failure(Map.of("password", "falsch")).problemCode()).isEqualTo("ftps-login");
        assertThat(failure(Map.of("folder", "gibt-es-nicht")).problemCode()).isEqualTo("ftps-refused");
        server.fault(new Fault.Down());
        assertThat(failure(Map.of()).kind()).isEqualTo(FailureKind.TRANSIENT);
        server.fault(new Fault.None());
        deliver();
        assertThat(names(inbox)).contains(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    @Refuses(
            connector = "ftps",
            value = {BadInput.MALFORMED, BadInput.OVERSIZED})
    void wholeFilesAreTakenOnceAndOthersHoldNothingUp(String encryption) throws Exception {
        server.close();
        serve(encryption);
        drop("a.xml", "kaputt", "heil");
        drop("b.xml", "heil", "heil");
        Disk.write(outbox.resolve("c.xml"), new byte[] {1});
        String huge = "x".repeat(LARGEST + 1);
        drop("d.xml", huge, huge);
        collect();
        until(() -> assertThat(names(outbox.resolve(".done"))).containsExactly("b.xml", "b.xml.sha256"));
        until(() -> assertThat(names(outbox.resolve(".refused")))
                .containsExactly(
                        "a.xml", "a.xml.grund.txt", "a.xml.sha256", "d.xml", "d.xml.grund.txt", "d.xml.sha256"));
        assertThat(taken).containsExactly("b.xml heil");
        assertThat(outbox.resolve("c.xml")).exists();
    }

    @Test
    void aServerThatWasAwayIsCollectedFromWhenItIsBack() throws Exception {
        drop("a.xml", "eins", "eins");
        server.fault(new Fault.Down());
        collect();
        await().during(Duration.ofMillis(300)).until(taken::isEmpty);
        server.fault(new Fault.None());
        until(() -> assertThat(names(outbox.resolve(".done"))).hasSize(2));
        assertThat(taken).containsExactly("a.xml eins");
    }

    private void collect() throws Exception {
        Map<String, String> source = new LinkedHashMap<>(properties);
        source.putAll(Map.of("folder", "ausgang", "delay", "50"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("ftps-source/amt", source))
                        .errorHandler(noErrorHandler())
                        .process(FtpsTest.this::takeIn);
            }
        });
    }

    /** As the hub's own step. */
    private void takeIn(Exchange exchange) {
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            throw unreadable;
        }
        if (exchange.getIn().getHeader(Exchange.FILE_LENGTH, long.class) > LARGEST) {
            throw HubException.rejected("too-large", "Die Nachricht ist zu groß.");
        }
        taken.add(exchange.getIn().getHeader("StadtbusDuplicateKey") + " "
                + exchange.getIn().getBody(String.class));
    }

    private void drop(String name, String text, String announced) {
        String sum = Ids.sha256(announced.getBytes(StandardCharsets.UTF_8));
        Disk.write(outbox.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Disk.write(outbox.resolve(name + ".sha256"), (sum + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String deliver(Attachment... attachments) {
        Exchange done = send(Map.of(), attachments);
        assertThat(done.getException()).isNull();
        return done.getMessage().getHeader("StadtbusReceipt", String.class);
    }

    private HubException failure(Map<String, String> changes, Attachment... attachments) {
        return (HubException) Objects.requireNonNull(send(changes, attachments).getException());
    }

    private Exchange send(Map<String, String> changes, Attachment... attachments) {
        Map<String, String> sink = new LinkedHashMap<>(properties);
        sink.putAll(Map.of("folder", "eingang", "doneFolder", "verarbeitet", "attachments", "true"));
        sink.putAll(changes);
        Envelope envelope = Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                .contentType("application/xml")
                .extension("xml")
                .attachments(List.of(attachments))
                .build();
        return camel.createProducerTemplate()
                .send(Kamelets.uri("ftps-sink/amt", sink), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(PAYLOAD);
                    exchange.getIn().setHeader("StadtbusFileName", NAME);
                    exchange.setProperty("stadtbus.message", new Message(envelope, PAYLOAD));
                });
    }

    private Attachment attachment(byte[] bytes) {
        vault.store("", bytes);
        return new Attachment("plan-1", "Lageplan.PDF", "application/pdf", "", bytes.length, Ids.sha256(bytes));
    }

    private static void until(ThrowingRunnable met) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(met);
    }

    private static List<String> names(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()).replaceFirst("^[0-9]{8}T[0-9]{6}Z-", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
