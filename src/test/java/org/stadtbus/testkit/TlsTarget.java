package org.stadtbus.testkit;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An HTTPS target whose certificate, of an authority the hub trusts, ended yesterday, until it is renewed. */
public final class TlsTarget implements AutoCloseable {
    /** Of the trust store. */
    public static final String PASSWORD = "geheim";

    private static final Duration DAY = Duration.ofDays(1);
    private static final X500Name AUTHORITY = new X500Name("CN=Testzertifizierungsstelle");

    private final Path folder;
    private final KeyPair authority = newKeys();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private HttpsServer server;
    private final int port;

    private TlsTarget(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        this.folder = Files.createDirectories(folder);
        KeyStore trusted = store();
        trusted.setCertificateEntry(
                "authority", certificate(AUTHORITY, authority, Instant.now().plus(DAY), true));
        try (OutputStream out = Files.newOutputStream(trustStore())) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        this.server = begun(0, Instant.now().minus(DAY));
        this.port = server.getAddress().getPort();
    }

    public static TlsTarget start(Path folder) throws Exception {
        return new TlsTarget(folder);
    }

    /** PKCS#12 file with the authority's certificate. */
    public Path trustStore() {
        return folder.resolve("trusted.p12");
    }

    public URI uri() {
        return URI.create("https://127.0.0.1:" + port + "/ziel");
    }

    /** Idempotency keys of what it took, each once. */
    public Set<String> keys() {
        return Set.copyOf(received);
    }

    /** The same address with a certificate that is valid until tomorrow. */
    public void renew() throws Exception {
        server.stop(0);
        server = begun(port, Instant.now().plus(DAY));
    }

    private HttpsServer begun(int wished, Instant validUntil)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair own = newKeys();
        KeyStore keys = store();
        X509Certificate certificate = certificate(new X500Name("CN=127.0.0.1"), own, validUntil, false);
        keys.setKeyEntry("own", own.getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer begun = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wished), 0);
        begun.setHttpsConfigurator(new HttpsConfigurator(tls));
        begun.createContext("/ziel", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                received.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
                exchange.sendResponseHeaders(202, -1);
            }
        });
        begun.start();
        return begun;
    }

    private X509Certificate certificate(X500Name subject, KeyPair own, Instant validUntil, boolean isAuthority)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                AUTHORITY,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(validUntil.minus(DAY.multipliedBy(30))),
                Date.from(validUntil),
                subject,
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (!isAuthority) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private static KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
