package org.stadtbus.soap;

import java.security.KeyStore;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/**
 * Where a port listens, and how those who call prove who they are.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param tls TLS 1.2 or 1.3; empty: plain HTTP
 * @param threads most requests at a time
 */
public record Listening(String host, int port, Optional<Tls> tls, int threads) {
    private static final int SPARE_THREADS = 2;

    /**
     * Whom the port shows itself as, and whom it trusts.
     *
     * @param own its key and certificate
     * @param password of its key store; may be empty
     * @param callers the authorities whose client certificates it takes, and then it takes nobody without; empty: asks for none
     */
    public record Tls(KeyStore own, String password, Optional<KeyStore> callers) {
        private SSLHostConfig config() {
            SSLHostConfig config = new SSLHostConfig();
            config.setProtocols("TLSv1.2+TLSv1.3");
            callers.ifPresent(trusted -> {
                config.setCertificateVerification("required");
                config.setTrustStore(trusted);
            });
            SSLHostConfigCertificate shown =
                    new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
            shown.setCertificateKeystore(own);
            shown.setCertificateKeystorePassword(password);
            config.addCertificate(shown);
            return config;
        }
    }

    Connector connector() {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", host);
        connector.setProperty("maxThreads", String.valueOf(threads));
        connector.setProperty("minSpareThreads", String.valueOf(SPARE_THREADS));
        tls.ifPresent(secure -> {
            connector.setSecure(true);
            connector.setScheme("https");
            connector.setProperty("SSLEnabled", "true");
            connector.addSslHostConfig(secure.config());
        });
        return connector;
    }
}
