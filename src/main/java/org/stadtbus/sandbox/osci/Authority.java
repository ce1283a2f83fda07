package org.stadtbus.sandbox.osci;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
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
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stadtbus.osci.Party;

/** Gives out the certificates of the sandbox's participants: one to sign, one to encrypt for, RSA with 3,072 bits, valid until tomorrow. */
public final class Authority {
    /** Alias of the signature key in a party's store. */
    public static final String SIGNATURE = "signatur";
    /** Alias of the cipher key in a party's store. */
    public static final String CIPHER = "chiffrat";

    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 30;
    private static final int KEY_BITS = 3072;

    private final X500Name name;
    private final KeyPair keys = newKeys(KEY_BITS);
    private final X509Certificate certificate;

    /** @param name its common name */
    public Authority(String name) {
        this.name = new X500Name("CN=" + name);
        this.certificate = issue(this.name, keys, Instant.now().plus(DAY), true);
    }

    /** Its own certificate, for those who are to trust it. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A new participant. */
    public Party party(String commonName) {
        return party(commonName, Instant.now().plus(DAY), KEY_BITS);
    }

    /**
     * A new participant with other properties than today's.
     *
     * @param validUntil end of its certificates
     * @param keyBits length of its keys
     */
    public Party party(String commonName, Instant validUntil, int keyBits) {
        KeyPair signature = newKeys(keyBits);
        KeyPair cipher = newKeys(keyBits);
        X500Name subject = new X500Name("CN=" + commonName);
        return new Party(
                signature.getPrivate(),
                issue(subject, signature, validUntil, false),
                cipher.getPrivate(),
                issue(subject, cipher, validUntil, false));
    }

    /** A participant's keys as a store has them. */
    public static KeyStore keys(Party party, String password) {
        try {
            KeyStore store = empty();
            char[] secret = password.toCharArray();
            store.setKeyEntry(SIGNATURE, party.signatureKey(), secret, new X509Certificate[] {party.signature()});
            store.setKeyEntry(CIPHER, party.cipherKey(), secret, new X509Certificate[] {party.cipher()});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every Java platform has PKCS#12", e);
        }
    }

    /** Certificates by their aliases as a store has them. */
    public static KeyStore trusted(Map<String, X509Certificate> certificates) {
        try {
            KeyStore store = empty();
            for (Map.Entry<String, X509Certificate> entry : certificates.entrySet()) {
                store.setCertificateEntry(entry.getKey(), entry.getValue());
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every Java platform has PKCS#12", e);
        }
    }

    /** Writes a store as PKCS#12. */
    public static void write(KeyStore store, Path file, String password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PKCS#12", e);
        }
    }

    private X509Certificate issue(X500Name subject, KeyPair own, Instant validUntil, boolean isAuthority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(64, new java.security.SecureRandom()),
                    Date.from(begin(validUntil)),
                    Date.from(validUntil),
                    subject,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** Also what has ended was valid once. */
    private static Instant begin(Instant validUntil) {
        Instant before = validUntil.minus(DAY.multipliedBy(DAYS));
        Instant now = Instant.now();
        return before.isBefore(now) ? before : now;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyPair newKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
