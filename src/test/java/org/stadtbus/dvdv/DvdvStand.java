package org.stadtbus.dvdv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.stadtbus.sandbox.dvdv.Dvdv;
import org.stadtbus.sandbox.dvdv.Office;
import org.stadtbus.sandbox.dvdv.OfficeService;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.testkit.MovingClock;

/** A DVDV on a socket, a directory that asks it, and a clock both tests and directory look at. */
final class DvdvStand implements AutoCloseable {
    static final String ROLE = "meldebehoerde";
    static final String KEY = "ags:03403000";
    static final String CATEGORY = "Meldebehörde";
    static final String SERVICE = "http://www.osci.de/xinneres/quittung/3/xinneresquittungv3.wsdl";
    static final String FINGERPRINT = "0272c56c9742a62501329a3aa78974f1605c92a2";
    static final Duration REFRESH = Duration.ofMinutes(15);
    static final Duration RETRY = Duration.ofSeconds(30);
    static final Duration KEEP = Duration.ofHours(24);

    final MovingClock clock = new MovingClock(Instant.now());
    final Dvdv dvdv = new Dvdv(0);
    private final KeyStore keys;

    DvdvStand() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair own = generator.generateKeyPair();
        X509Certificate certificate = certificate(own);
        keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("trusted", certificate);
        keys.setKeyEntry("hub", own.getPrivate(), new char[0], new X509Certificate[] {certificate});
        dvdv.admit(certificate);
        enter(Instant.MAX);
    }

    private static X509Certificate certificate(KeyPair own) throws Exception {
        X500Name name = new X500Name("CN=Stadtbus");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(KEEP)),
                                Date.from(now.plus(KEEP)),
                                name,
                                own.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(own.getPrivate())));
    }

    /** Enters authority and service, both valid until then. */
    void enter(Instant validUntil) {
        dvdv.enter(new Office(CATEGORY, KEY, "Stadt Oldenburg, Bürgerbüro", List.of(FINGERPRINT), validUntil));
        dvdv.enter(new OfficeService(
                KEY, SERVICE, Map.of("OSCI_INTERMEDIARY", "https://intermediaer.example/"), validUntil));
    }

    DvdvDirectory directory(Path folder) {
        return directory(folder, dvdv.uri());
    }

    /** A directory with this stand's key that asks another DVDV. */
    DvdvDirectory directory(Path folder, URI uri) {
        return directory(folder, uri, keys, CATEGORY);
    }

    DvdvDirectory directory(Path folder, URI uri, KeyStore store, String category) {
        return DvdvDirectory.open(
                FileDirectory.load(roles(folder, category)), settings(uri, 1000), bundle(store), clock);
    }

    DvdvDirectory withoutCategory(Path folder) {
        return directory(folder, dvdv.uri(), keys, "");
    }

    /** The hub's key and certificate in a store with this password. */
    KeyStore keys(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "hub", keys.getKey("hub", new char[0]), password.toCharArray(), keys.getCertificateChain("hub"));
        return store;
    }

    /** The same DVDV behind TLS that asks for the hub's certificate. */
    TlsGate tlsGate() throws Exception {
        return new TlsGate(dvdv.uri(), bundle(keys, keys).createSslContext());
    }

    /** A directory that asks at this address and trusts the hub's own certificate, if it is to trust the server. */
    DvdvDirectory directory(Path folder, TlsGate gate, boolean trusts) throws Exception {
        return DvdvDirectory.open(
                FileDirectory.load(roles(folder, CATEGORY)),
                settings(gate.uri(), 1000),
                trusts ? bundle(keys, keys) : bundle(keys),
                clock);
    }

    /** A directory that asks at this address and trusts what lies in the store. */
    DvdvDirectory directory(Path folder, URI uri, KeyStore trusted) {
        return DvdvDirectory.open(
                FileDirectory.load(roles(folder, CATEGORY)), settings(uri, 1000), bundle(keys, trusted), clock);
    }

    private static SslBundle bundle(KeyStore store, KeyStore trusted) {
        return SslBundle.of(SslStoreBundle.of(store, "", trusted));
    }

    PlainClient plainClient() {
        return new PlainClient(dvdv.uri(), DvdvIdentity.of("dvdv", bundle(keys)));
    }

    private static SslBundle bundle(KeyStore store) {
        return SslBundle.of(SslStoreBundle.of(store, "", null));
    }

    DvdvProperties settings(int maxEntries) {
        return settings(dvdv.uri(), maxEntries);
    }

    private static DvdvProperties settings(URI uri, int maxEntries) {
        Duration patience = Duration.ofSeconds(2);
        return new DvdvProperties(uri, "dvdv", patience, patience, REFRESH, KEEP, RETRY, maxEntries);
    }

    static Path roles(Path folder, String category) {
        try {
            return Files.writeString(
                    folder.resolve("directory.yaml"),
                    """
                    organisations:
                      - role: %s
                        directoryService: DVDV
                        directoryServiceVersion: "3"
                        key: "%s"
                        %s
                        name: Name von Hand
                        contacts: []
                      - role: stadtwerke
                        directoryService: EIGEN
                        directoryServiceVersion: "1"
                        key: "werk:1"
                        name: Stadtwerke
                        contacts: []
                        services:
                          - uri: urn:dienst:zaehlerstand
                            name: Zählerstand
                            elements: [{ name: Adresse, type: WEBSERVER, uri: "https://werke.example/" }]
                    """
                            .formatted(ROLE, KEY, category.isEmpty() ? "" : "category: " + category));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        dvdv.close();
    }
}
