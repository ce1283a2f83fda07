package org.stadtbus.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.bauamt.SftpDrop;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What the connector promises who delivers over SFTP, against a real server. */
class SftpSinkTest {
    private static final String PASSWORD = "p+&% =?#'ä{}RAW(x)";
    private static final String NAME = "nachricht-1.xml";
    private static final byte[] PAYLOAD = "<antrag/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private final Map<String, byte[]> vault = new LinkedHashMap<>();
    private SftpDrop server;
    private CamelContext camel;
    private ProducerTemplate producer;
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        server = new SftpDrop(0, home, "hub", PASSWORD);
        folder = Files.createDirectories(server.root().resolve("eingang"));
        Files.createDirectories(server.root().resolve("verarbeitet"));
        camel = Kamelets.context("sftp/sftp-sink.kamelet.yaml");
        camel.getRegistry().bind("vault", Vault.class, new MapVault());
        camel.start();
        producer = camel.createProducerTemplate();
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    @Test
    void aMessageLiesUnderItsFinalNameWhenItIsWhole() throws IOException {
        deliver();
        assertThat(files()).containsExactly(NAME);
        assertThat(folder.resolve(NAME)).hasBinaryContent(PAYLOAD);
    }

    @Test
    void aHalfMessageHasNoFinalName() throws IOException {
        server.fault(new Fault.HangUp());
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(files()).containsExactly("." + NAME + ".part");
    }

    @Test
    void aRedeliveryAfterEachCutLeavesOneFile() throws IOException {
        server.fault(new Fault.HangUp());
        assertThat(failure().problemCode()).isEqualTo("sftp-unavailable");
        assertThat(failure().problemCode()).isEqualTo("sftp-unavailable");
        assertThat(files()).containsExactly(NAME);
        deliver();
        assertThat(files()).containsExactly(NAME);
        assertThat(folder.resolve(NAME)).hasBinaryContent(PAYLOAD);
    }

    @Test
    void attachmentsLieThereBeforeTheMessage() throws IOException {
        Attachment plan = attachment("plan-1", "Lageplan.PDF", new byte[3_000_000]);
        Attachment odd = attachment("../böse", "ohne-endung", new byte[] {1, 2});
        server.fault(new Fault.HangUp());
        List<Boolean> complete = new ArrayList<>();
        for (int cuts = 0; cuts < 6; cuts++) {
            failure(plan, odd);
            List<String> now = files();
            complete.add(!now.contains(NAME) || now.size() == 3);
        }
        deliver(plan, odd);
        assertThat(complete).containsOnly(true);
        assertThat(files()).hasSize(3).contains(NAME, "nachricht-1.plan-1.pdf");
        assertThat(folder.resolve("nachricht-1.plan-1.pdf")).hasSize(3_000_000);
    }

    @Test
    @Refuses(connector = "sftp", value = BadInput.REPLAYED)
    void whatTheProcedureTookIsNotDeliveredAgain() throws IOException {
        deliver();
        Files.move(folder.resolve(NAME), server.root().resolve("verarbeitet").resolve(NAME));
        assertThat(deliver()).isEqualTo("lag schon als " + NAME);
        assertThat(files()).isEmpty();
    }

    @Test
    void anotherFileOfTheSameNameIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve(NAME), "fremd");
        assertThat(failure().problemCode()).isEqualTo("sftp-name-taken");
        assertThat(folder.resolve(NAME)).hasContent("fremd");
    }

    @Test
    @Refuses(connector = "sftp", value = BadInput.WRONGLY_SIGNED)
    void aServerWithAnotherKeyGetsNothing() throws IOException {
        server.close();
        Files.delete(home.resolve("hostkey"));
        Path known = home.resolve("known_hosts");
        byte[] before = Files.readAllBytes(known);
        server = new SftpDrop(server.port(), home, "hub", PASSWORD);
        Files.write(known, before);
        HubException refused = failure();
        assertThat(refused.problemCode()).isEqualTo("sftp-host-key");
        assertThat(refused.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(files()).isEmpty();
    }

    @Test
    @Refuses(connector = "sftp", value = BadInput.WRONGLY_SIGNED)
    void anUnknownServerGetsNothing() throws IOException {
        Files.delete(home.resolve("known_hosts"));
        assertThat(failure().problemCode()).isEqualTo("sftp-host-key");
        assertThat(files()).isEmpty();
    }

    @Test
    void aServerThatWasDownGetsItWhenItIsBack() throws IOException {
        server.fault(new Fault.Down());
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        server.fault(new Fault.Error(500));
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        server.fault(new Fault.None());
        deliver();
        assertThat(files()).containsExactly(NAME);
    }

    @Test
    @Refuses(connector = "sftp", value = BadInput.WRONGLY_SIGNED)
    void whatAPersonMustMendIsNotTriedForEver() {
        assertThat(failure(Map.of("password", "falsch")).problemCode()).isEqualTo("sftp-login");
        assertThat(failure(Map.of("folder", "gibt-es-nicht")).problemCode()).isEqualTo("sftp-folder");
    }

    private String deliver(Attachment... attachments) {
        Exchange done = send(Map.of(), attachments);
        assertThat(done.getException()).isNull();
        return done.getMessage().getHeader("StadtbusReceipt", String.class);
    }

    private HubException failure(Attachment... attachments) {
        return (HubException) send(Map.of(), attachments).getException();
    }

    private HubException failure(Map<String, String> changes) {
        return (HubException) send(changes).getException();
    }

    private Exchange send(Map<String, String> changes, Attachment... attachments) {
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
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
                "eingang",
                "doneFolder",
                "verarbeitet",
                "attachments",
                "true"));
        properties.putAll(changes);
        Envelope envelope = Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                .contentType("application/xml")
                .extension("xml")
                .attachments(List.of(attachments))
                .build();
        return producer.send(Kamelets.uri("sftp-sink/bauamt", properties), ExchangePattern.InOut, exchange -> {
            exchange.getIn().setBody(PAYLOAD);
            exchange.getIn().setHeader("StadtbusFileName", NAME);
            exchange.setProperty("stadtbus.message", new Message(envelope, PAYLOAD));
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Attachment attachment(String id, String filename, byte[] bytes) {
        vault.put(Ids.sha256(bytes), bytes);
        return new Attachment(id, filename, "application/pdf", "", bytes.length, Ids.sha256(bytes));
    }

    private final class MapVault implements Vault {
        @Override
        public Stored store(String drawer, InputStream bytes, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stored store(String drawer, byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(String sha256) {
            return new ByteArrayInputStream(java.util.Objects.requireNonNull(vault.get(sha256)));
        }

        @Override
        public boolean holds(String sha256) {
            return vault.containsKey(sha256);
        }

        @Override
        public Path spool() {
            return home;
        }
    }
}
