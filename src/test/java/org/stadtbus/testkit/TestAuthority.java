package org.stadtbus.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stadtbus.envelope.Ids;

/** An authority that gives out certificates for 127.0.0.1, valid until tomorrow or ended yesterday. */
public final class TestAuthority {
    /** Of every store. */
    public static final String PASSWORD = "geheim";

    private static final Duration DAY = Duration.ofDays(1);
    private static final X500Name NAME = new X500Name("CN=Testzertifizierungsstelle");

    private final Path folder;
    private final KeyPair keys = newKeys();
    private final KeyStore trusted;

    /** @param folder where the stores are written */
    public TestAuthority(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        this.folder = Files.createDirectories(folder);
        this.trusted = empty();
        trusted.setCertificateEntry(
                "authority", certificate(NAME, keys, Instant.now().plus(DAY), true));
        write(trusted, trustStore());
    }

    /** A participant: key and certificate, and the TLS that shows it and trusts the authority. */
    public record Identity(Path keyStore, X509Certificate certificate, SSLContext tls) {

        /** SHA-256 of the certificate in DER, hex. */
        public String fingerprint() {
            try {
                return Ids.sha256(certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** From now on the certificate lies in the trust store, too. */
    public Identity trusted(Identity participant) throws IOException, GeneralSecurityException {
        trusted.setCertificateEntry(participant.fingerprint(), participant.certificate());
        write(trusted, trustStore());
        return participant;
    }

    /** PKCS#12 file with the authority's certificate, and those that are trusted beside. */
    public Path trustStore() {
        return folder.resolve("trusted.p12");
    }

    /** PEM file with the authority's certificate. */
    public Path pem() throws IOException, GeneralSecurityException {
        return pem(own());
    }

    /** PEM file with this certificate. */
    public Path pem(Certificate certificate) throws IOException {
        Path file = folder.resolve(Ids.sha256(certificate.toString().getBytes(UTF_8)) + ".pem");
        try (JcaPEMWriter pem = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            pem.writeObject(certificate);
        }
        return file;
    }

    /** The authority's own certificate. */
    public X509Certificate own() throws GeneralSecurityException {
        return (X509Certificate) trusted.getCertificate("authority");
    }

    public Identity valid(String name) throws Exception {
        return identity(name, Instant.now().plus(DAY));
    }

    public Identity expired(String name) throws Exception {
        return identity(name, Instant.now().minus(DAY));
    }

    private Identity identity(String name, Instant validUntil) throws Exception {
        KeyPair own = newKeys();
        X509Certificate certificate = certificate(new X500Name("CN=" + name), own, validUntil, false);
        KeyStore store = empty();
        store.setKeyEntry("own", own.getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {certificate});
        Path file = folder.resolve(name + ".p12");
        write(store, file);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return new Identity(file, certificate, tls);
    }

    private X509Certificate certificate(X500Name subject, KeyPair own, Instant validUntil, boolean isAuthority)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(validUntil.minus(DAY.multipliedBy(30))),
                Date.from(validUntil),
                subject,
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (!isAuthority) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
            }));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
