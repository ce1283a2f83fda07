package org.stadtbus.connector.osci;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.ContentReader;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.Intermediary;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.Transport;
import org.stadtbus.tls.TrustedCertificates;

/** The hub as client of an intermediary. */
final class OsciAccess {
    private final OsciKeys keys;
    private final Party hub;
    private final Intermediary intermediary;
    private final Algorithms reading;
    private final ContentReader reader;
    private final Path spool;

    /** @throws IllegalArgumentException when the bundle lacks something that the settings name */
    OsciAccess(OsciSettings settings, SslBundle bundle, Path spool) {
        this.keys = new OsciKeys(bundle);
        this.spool = spool;
        this.reading = new Algorithms(settings.olderAlgorithms());
        this.hub = keys.hub(settings.signatureAlias(), settings.cipherAlias());
        this.reader = new ContentReader(hub, keys.authors(), reading);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .sslContext(TrustedCertificates.context(bundle))
                .build();
        this.intermediary = new Intermediary(
                new Transport(http, settings.url(), settings.responseTimeout(), spool, settings.maxMessage()),
                keys.trusted(settings.intermediaryCipherAlias()),
                keys.trusted(settings.intermediarySignatureAlias()));
    }

    /** Begins a dialog. */
    Dialog dialog() throws IOException, OsciException {
        return intermediary.dialog(hub, reading, spool);
    }

    ContentReader reader() {
        return reader;
    }

    /** A certificate of the trust store, e.g. a reader's. */
    X509Certificate trusted(String alias) {
        return keys.trusted(alias);
    }
}
