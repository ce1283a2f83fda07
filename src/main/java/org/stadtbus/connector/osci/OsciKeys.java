package org.stadtbus.connector.osci;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.Trust;

/** The keys and certificates of an SSL bundle by their names; what is missing is said when a route is loaded. */
final class OsciKeys {
    private final SslBundle bundle;

    OsciKeys(SslBundle bundle) {
        this.bundle = bundle;
    }

    /** The hub with these keys of its key store. */
    Party hub(String signatureAlias, String cipherAlias) {
        return new Party(key(signatureAlias), own(signatureAlias), key(cipherAlias), own(cipherAlias));
    }

    /** A certificate of the trust store, e.g. a reader's. */
    X509Certificate trusted(String alias) {
        return certificate(bundle.getStores().getTrustStore(), alias);
    }

    /** Whose signatures count. */
    Trust authors() {
        try {
            return new Trust(bundle.getStores().getTrustStore());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Der Vertrauensspeicher ist nicht lesbar", e);
        }
    }

    private X509Certificate own(String alias) {
        return certificate(bundle.getStores().getKeyStore(), alias);
    }

    private static X509Certificate certificate(@Nullable KeyStore store, String alias) {
        try {
            if (store != null && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new IllegalArgumentException("Im Schlüsselbund fehlt das Zertifikat " + alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Der Schlüsselbund ist nicht lesbar", e);
        }
    }

    private PrivateKey key(String alias) {
        String password = bundle.getKey().getPassword() == null
                ? bundle.getStores().getKeyStorePassword()
                : bundle.getKey().getPassword();
        try {
            KeyStore store = bundle.getStores().getKeyStore();
            char[] secret = password == null ? new char[0] : password.toCharArray();
            if (store != null && store.getKey(alias, secret) instanceof PrivateKey key) {
                return key;
            }
            throw new IllegalArgumentException("Im Schlüsselbund fehlt der Schlüssel " + alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Der Schlüssel " + alias + " ist nicht lesbar", e);
        }
    }
}
