package org.stadtbus.connector.ftps;

import java.time.Duration;
import org.apache.commons.net.ftp.FTPSClient;
import org.stadtbus.tls.TrustedCertificates;

/** A client that speaks to no server that cannot prove its name, which Commons Net's own default does. */
public final class Client extends FTPSClient {

    /**
     * A client that is not connected.
     *
     * @param encryption {@code explicit}: {@code AUTH TLS} on the ordinary port (RFC 4217); {@code implicit}: TLS from the first byte
     * @param certificates PEM file with the certificates that are trusted; empty: those of the Java trust store
     * @param connectTimeout milliseconds until a connection must stand
     * @param timeout milliseconds without a sign of life until a connection counts as lost
     * @throws IllegalArgumentException when the encryption is another one, or the file holds no certificates
     */
    public Client(String encryption, String certificates, int connectTimeout, int timeout) {
        super(implicit(encryption), TrustedCertificates.context(certificates));
        setEndpointCheckingEnabled(true);
        setConnectTimeout(connectTimeout);
        setDefaultTimeout(timeout);
        setDataTimeout(Duration.ofMillis(timeout));
        setControlEncoding("UTF-8");
    }

    private static boolean implicit(String encryption) {
        return switch (encryption) {
            case "implicit" -> true;
            case "explicit" -> false;
            default -> throw new IllegalArgumentException("encryption ist explicit oder implicit, nicht " + encryption);
        };
    }
}
