package org.stadtbus.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Whom the hub believes that a server is what it says, as long as its certificate is valid. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * TLS with those certificates.
     *
     * @param certificates PEM file; empty: those of the Java trust store
     * @throws IllegalArgumentException when the file is not readable as certificates
     */
    public static SSLContext context(String certificates) {
        try {
            return certificates.isBlank() ? ofJava() : trusting(read(Path.of(certificates)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Die Zertifikate in " + certificates + " sind nicht lesbar.", e);
        }
    }

    /** TLS with the certificates of the Java trust store, and no key. */
    public static SSLContext ofJava() {
        try {
            return trusting(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Der Vertrauensspeicher von Java ist nicht brauchbar.", e);
        }
    }

    /**
     * TLS with the keys and certificates of the bundle of this name.
     *
     * @param name empty: with the certificates of the Java trust store, and no key
     */
    public static SSLContext context(SslBundles bundles, String name) {
        return name.isEmpty() ? ofJava() : context(bundles.getBundle(name));
    }

    /** TLS with the keys and certificates of a bundle. */
    public static SSLContext context(SslBundle bundle) {
        try {
            SSLContext tls = SSLContext.getInstance(bundle.getProtocol());
            tls.init(
                    bundle.getManagers().getKeyManagers(),
                    StillValid.also(bundle.getManagers().getTrustManagers()),
                    null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Der Schlüsselbund ist nicht brauchbar.", e);
        }
    }

    private static KeyStore read(Path certificates) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(certificates)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry(String.valueOf(trusted.size()), certificate);
            }
            return trusted;
        }
    }

    /** @param trusted null: the Java trust store, as {@link TrustManagerFactory#init(KeyStore)} has it */
    private static SSLContext trusting(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, StillValid.also(managers.getTrustManagers()), null);
        return tls;
    }
}
