package org.stadtbus.connector.osci;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.ContentReader;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.Intermediary;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.Transport;
import org.stadtbus.osci.Trust;

/** The hub's keys for an intermediary, and the way to it. */
final class OsciAccess {
    private final SslBundle bundle;
    private final Party hub;
    private final Trust authors;
    private final Intermediary intermediary;
    private final Algorithms reading;
    private final Path spool;

    /** @throws IllegalArgumentException when the bundle lacks something that the settings name */
    OsciAccess(OsciSettings settings, SslBundle bundle, Path spool) {
        this.bundle = bundle;
        this.spool = spool;
        this.reading = new Algorithms(settings.olderAlgorithms());
        this.hub = new Party(
                key(settings.signatureAlias()),
                own(settings.signatureAlias()),
                key(settings.cipherAlias()),
                own(settings.cipherAlias()));
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .sslContext(bundle.createSslContext())
                .build();
        this.intermediary = new Intermediary(
                new Transport(http, settings.url(), settings.responseTimeout(), spool, settings.maxMessage()),
                trusted(settings.intermediaryCipherAlias()),
                trusted(settings.intermediarySignatureAlias()));
        try {
            this.authors = new Trust(bundle.getStores().getTrustStore());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Der Vertrauensspeicher ist nicht lesbar", e);
        }
    }

    Dialog dialog() throws IOException, OsciException {
        return intermediary.dialog(hub, reading, spool);
    }

    ContentReader reader() {
        return new ContentReader(hub, authors, reading);
    }

    /** A certificate of the trust store, e.g. a reader's. */
    X509Certificate trusted(String alias) {
        return certificate(bundle.getStores().getTrustStore(), alias);
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
