package org.stadtbus.connector.osci;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;
import org.stadtbus.broker.Notes;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.osci.Party;
import org.stadtbus.sandbox.osci.Authority;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.standards.Standards;
import org.stadtbus.vault.FileVault;

/** The hub's side of OSCI with a real broker and vault, and the sandbox's intermediary. */
public final class OsciHub implements AutoCloseable {
    static final String PROCEDURE = "meldewesen";
    private static final String PASSWORD = "geheim";
    private static final long LARGEST = 1_000_000;

    public final OsciStand stand;
    final FileVault vault;
    private final TestBroker broker;
    private final AnswerIntake intake = mock(AnswerIntake.class);

    public OsciHub(Path folder) throws Exception {
        stand = new OsciStand(folder);
        vault = new FileVault(folder.resolve("vault"), folder.resolve("vault.json"));
        broker = TestBroker.start(folder.resolve("broker"));
        when(intake.maxAnswer()).thenReturn(LARGEST);
    }

    /** The component as a hub has it; {@code hub} are the hub's own keys. */
    public OsciComponent component(Party hub) {
        return component(hub, Map.of());
    }

    /** The same; {@code more} is trusted too. */
    OsciComponent component(Party hub, Map<String, X509Certificate> more) {
        return new OsciComponent(
                broker.broker(),
                vault,
                intake,
                new DefaultSslBundleRegistry("osci", bundle(hub, more)),
                Standards.load(Path.of("config"), Path.of("standards")),
                FileDirectory.load(Path.of("config/directory.yaml")));
    }

    private static SslBundle bundle(Party hub, Map<String, X509Certificate> more) {
        Map<String, X509Certificate> trusted = new LinkedHashMap<>(more);
        trusted.put("ca", OsciStand.AUTHORITY.certificate());
        trusted.put("intermediaer-chiffrat", OsciStand.intermediary().cipher());
        trusted.put("intermediaer-signatur", OsciStand.intermediary().signature());
        trusted.put("leser", OsciStand.READER.cipher());
        return SslBundle.of(
                SslStoreBundle.of(Authority.keys(hub, PASSWORD), PASSWORD, Authority.trusted(trusted)),
                SslBundleKey.of(PASSWORD));
    }

    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", stand.post.uri().toString());
        properties.put("bundle", "osci");
        return properties;
    }

    Notes notes() {
        return broker.broker().notes();
    }

    /** A message with one attachment. */
    Message message(String id, byte[] payload, byte[] attachment) {
        String sha256 = vault.store(PROCEDURE, attachment).sha256();
        return new Message(
                Envelope.builder(id, "vorgang", Instant.EPOCH)
                        .contentType("application/xml")
                        .extension("xml")
                        .attachments(List.of(
                                new Attachment("1", "Plan äöü.pdf", "application/pdf", "", attachment.length, sha256)))
                        .build(),
                payload);
    }

    @Override
    public void close() throws IOException {
        stand.close();
        try {
            broker.close();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
