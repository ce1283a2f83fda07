package org.stadtbus.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes whom another trust manager believes, while the certificate that is shown is valid (RFC 5280 section 6.1.3, step a 2). Java
 * itself does not look at the time of a certificate that is itself among the trusted ones.
 */
final class StillValid extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;

    private StillValid(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    /** Those of them that look at X.509 certificates look at their time, too. */
    static TrustManager[] also(TrustManager[] managers) {
        return Arrays.stream(managers)
                .map(manager -> manager instanceof X509ExtendedTrustManager x509 ? new StillValid(x509) : manager)
                .toArray(TrustManager[]::new);
    }

    private static void requireValid(X509Certificate[] chain) throws CertificateException {
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkServerTrusted(chain, authType, socket);
        requireValid(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkServerTrusted(chain, authType, engine);
        requireValid(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkServerTrusted(chain, authType);
        requireValid(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
        requireValid(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, engine);
        requireValid(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
        requireValid(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
