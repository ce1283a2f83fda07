package org.stadtbus.connector.xta;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.cxf.BusFactory;
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
import org.stadtbus.intake.Incoming;
import org.stadtbus.sandbox.xta.XtaOffice;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.FileVault;
import org.stadtbus.xta.ContentContainer;
import org.stadtbus.xta.XtaListener;

/** The hub's side of XTA with a real broker and vault, and the sandbox's provider. */
public final class XtaStand implements AutoCloseable {
    public static final String BUNDLE = "xta";
    public static final String PROCEDURE = "kfz-zulassung";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LARGEST = 1_000_000;

    final TestAuthority authority;
    final FileVault vault;
    public final XtaOffice office;
    final Parts parts;
    private final FileDirectory directory;
    private final TestBroker broker;
    private final AnswerIntake intake = mock(AnswerIntake.class);

    public XtaStand(Path folder) throws Exception {
        authority = new TestAuthority(folder.resolve("tls"));
        directory = FileDirectory.load(roles(folder));
        vault = new FileVault(folder.resolve("vault"), folder.resolve("vault.json"));
        broker = TestBroker.start(folder.resolve("broker"));
        when(intake.maxAnswer()).thenReturn((long) LARGEST);
        parts = new Parts(vault, intake, LARGEST);
        office = new XtaOffice(
                Files.createDirectories(folder.resolve("anbieter")), keys(authority, authority.valid("anbieter")));
    }

    private static Path roles(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("directory.yaml"),
                """
                organisations:
                  - role: kfz-stelle
                    directoryService: EIGEN
                    directoryServiceVersion: "1"
                    key: "psw:anderswo"
                    name: Kfz-Stelle
                    contacts: []
                """);
    }

    /** Key store and trust store as Spring names them. */
    static SslBundle bundle(TestAuthority authority, TestAuthority.Identity identity) throws Exception {
        char[] password = TestAuthority.PASSWORD.toCharArray();
        KeyStore keys = KeyStore.getInstance(identity.keyStore().toFile(), password);
        KeyStore trusted = KeyStore.getInstance(authority.trustStore().toFile(), password);
        return SslBundle.of(
                SslStoreBundle.of(keys, TestAuthority.PASSWORD, trusted), SslBundleKey.of(TestAuthority.PASSWORD));
    }

    /** The same for a port that answers. */
    static XtaListener.Keys keys(TestAuthority authority, TestAuthority.Identity identity) throws Exception {
        SslStoreBundle stores = bundle(authority, identity).getStores();
        return new XtaListener.Keys(stores.getKeyStore(), TestAuthority.PASSWORD, stores.getTrustStore());
    }

    XtaSettings account() {
        return new XtaSettings(
                office.uri("management"),
                office.uri("send"),
                office.uri("msgbox"),
                "xta",
                "ags:03403000",
                "xoev",
                TIMEOUT,
                TIMEOUT);
    }

    Sending sending(XtaSettings account, TestAuthority.Identity hub) throws Exception {
        Addressing addressing =
                new Addressing("kfz-stelle", "urn:dienst", "TEST", "", "", "urn:typen#1.0", "urn:schema");
        return new Sending(
                ports(account, hub), new Heads(account, addressing, directory::key), notes(), parts, account);
    }

    /** Heads of mail for this reader. */
    Heads heads(String reader) {
        return new Heads(
                account(), new Addressing(reader, "urn:d", "TEST", "", "", "urn:t#1", "urn:s"), directory::key);
    }

    Fetching fetching(XtaSettings account) throws Exception {
        return new Fetching(ports(account, authority.valid("hub")), account);
    }

    private XtaPorts ports(XtaSettings account, TestAuthority.Identity hub) throws Exception {
        return XtaPorts.open(
                account, bundle(authority, hub), BusFactory.newInstance().createBus(), vault.spool());
    }

    Notes notes() {
        return broker.broker().notes();
    }

    /** The component as a hub has it, with a bundle of the hub's own key. */
    public XtaComponent component() throws Exception {
        DefaultSslBundleRegistry bundles =
                new DefaultSslBundleRegistry(BUNDLE, bundle(authority, authority.valid("hub")));
        return new XtaComponent(broker.broker(), vault, intake, bundles, directory);
    }

    /** Properties that the Kamelets have in common. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("managementUrl", office.uri("management").toString());
        properties.put("sendUrl", office.uri("send").toString());
        properties.put("msgBoxUrl", office.uri("msgbox").toString());
        properties.put("bundle", BUNDLE);
        properties.put("identifier", "ags:03403000");
        return properties;
    }

    /** Properties of the Kamelet {@code xta-sink}. */
    public Map<String, String> sinkProperties() {
        Map<String, String> properties = properties();
        properties.put("reader", "psw:anderswo");
        properties.put("service", "urn:dienst");
        properties.put("scenario", "TEST");
        properties.put("messageTypeList", "urn:typen#1.0");
        properties.put("payloadSchema", "urn:schema");
        return properties;
    }

    /** The one message that reached the provider. */
    Incoming arrived() throws IOException {
        ContentContainer content = office.sent(office.sent().get(0)).orElseThrow().content;
        return parts.incoming(PROCEDURE, "angekommen", Objects.requireNonNull(content));
    }

    /** A message with one attachment. */
    public Message message(String id, byte[] payload, byte[] attachment) {
        String sha256 = vault.store(PROCEDURE, attachment).sha256();
        return new Message(
                Envelope.builder(id, "vorgang", Instant.EPOCH)
                        .service("99012018001000")
                        .messageType("test.0001")
                        .contentType("application/xml")
                        .extension("xml")
                        .attachments(List.of(
                                new Attachment("1", "Plan äöü.pdf", "application/pdf", "", attachment.length, sha256)))
                        .build(),
                payload);
    }

    @Override
    public void close() throws Exception {
        office.close();
        broker.close();
    }
}
