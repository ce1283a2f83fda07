package org.stadtbus.connector.bebpo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.sandbox.egvp.EgvpOffice;
import org.stadtbus.vault.FileVault;

/** The hub's side of beBPo with a real broker and vault, and the sandbox's EGVP-Enterprise. */
final class BebpoStand implements AutoCloseable {
    static final String PROCEDURE = "bebpo-postfach";
    static final String ACCOUNT = "safe-stadt";
    static final String COURT = "safe-gericht";
    static final String XJUSTIZ =
            "<n xmlns='http://www.xjustiz.de'><d><dokumentklasse/><datei><dateiname>%s</dateiname></datei></d></n>";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long LARGEST = 1_000_000;

    final FileVault vault;
    final EgvpOffice office;
    final TestBroker broker;
    /** Empty: the account has none. */
    final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

    BebpoStand(Path folder) throws Exception {
        vault = new FileVault(folder.resolve("vault"), folder.resolve("vault.json"));
        broker = TestBroker.start(folder.resolve("broker"));
        office = new EgvpOffice(Files.createDirectories(folder.resolve("egvp")), ACCOUNT);
    }

    BebpoSettings account(URI uri) {
        return new BebpoSettings(
                uri, bundles.getBundleNames().stream().findAny().orElse(""), ACCOUNT, true, TIMEOUT, TIMEOUT);
    }

    EgvpPort port(URI uri) {
        return EgvpClient.open(account(uri), bundles, vault.spool());
    }

    Sending sending(URI uri) {
        Posting posting = new Posting(COURT, "Post der Stadt", false, LARGEST, 10, Duration.ofMillis(1));
        Requests requests = new Requests(vault, ACCOUNT, posting);
        return new Sending(port(uri), requests, broker.broker().notes(), ACCOUNT, posting.patience());
    }

    Fetching fetching(URI uri) {
        return new Fetching(port(uri), ACCOUNT);
    }

    MessageZip zip() {
        return new MessageZip(vault, PROCEDURE, LARGEST, LARGEST, 10);
    }

    BebpoComponent component() {
        AnswerIntake intake = mock(AnswerIntake.class);
        when(intake.maxAnswer()).thenReturn(LARGEST);
        return new BebpoComponent(broker.broker(), vault, intake, bundles);
    }

    /** What the Kamelets need beside their defaults. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", office.uri().toString());
        properties.put("userId", ACCOUNT);
        return properties;
    }

    /** A new XJustiz message that names these files. */
    Message message(String... files) {
        List<Attachment> attachments = new ArrayList<>();
        StringBuilder named = new StringBuilder();
        for (String file : files) {
            byte[] bytes = ("Inhalt von " + file + attachments.size()).getBytes(UTF_8);
            String sha256 = vault.store(PROCEDURE, bytes).sha256();
            attachments.add(new Attachment(
                    String.valueOf(attachments.size() + 1), file, "application/pdf", "", bytes.length, sha256));
            named.append(XJUSTIZ.formatted(file));
        }
        Envelope envelope = Envelope.builder(UUID.randomUUID().toString(), "vorgang", Instant.EPOCH)
                .service("99089025001000")
                .messageType("uebermittlungSchriftgutobjekte.0005005")
                .contentType("application/xml")
                .extension("xml")
                .attachments(attachments)
                .build();
        return new Message(envelope, ("<nachrichten>" + named + "</nachrichten>").getBytes(UTF_8));
    }

    /** Entries of a ZIP by their names, in order. */
    static Map<String, String> entries(byte[] packed) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }

    static byte[] packed(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws Exception {
        office.close();
        broker.close();
    }
}
