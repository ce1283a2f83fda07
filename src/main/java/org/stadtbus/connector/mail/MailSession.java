package org.stadtbus.connector.mail;

import jakarta.mail.Session;
import java.util.Properties;
import org.stadtbus.tls.TrustedCertificates;

/** How a mail server is spoken to: never in clear text, never with a server that cannot prove its name. */
public final class MailSession {
    private static final String STARTTLS = "starttls";
    private static final String TLS = "tls";

    private MailSession() {}

    /**
     * A session of Jakarta Mail.
     *
     * @param protocol {@code smtp} or {@code imap}
     * @param encryption {@code tls} from the first byte (RFC 8314), or {@code starttls}, without which nothing is sent (RFC 3207,
     *     RFC 3501 section 6.2.1)
     * @param certificates PEM file with the certificates that are trusted; empty: those of the Java trust store
     * @param connectTimeout milliseconds until a connection must stand
     * @param timeout milliseconds without a sign of life until a connection counts as lost
     * @throws IllegalArgumentException when the encryption is another one, or the file holds no certificates
     */
    public static Session of(String protocol, String encryption, String certificates, int connectTimeout, int timeout) {
        if (!encryption.equals(TLS) && !encryption.equals(STARTTLS)) {
            throw new IllegalArgumentException("encryption ist tls oder starttls, nicht " + encryption);
        }
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "ssl.enable", String.valueOf(encryption.equals(TLS)));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(encryption.equals(STARTTLS)));
        properties.setProperty(prefix + "starttls.required", String.valueOf(encryption.equals(STARTTLS)));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(connectTimeout));
        properties.setProperty(prefix + "timeout", String.valueOf(timeout));
        properties.setProperty(prefix + "writetimeout", String.valueOf(timeout));
        properties.put(
                prefix + "ssl.socketFactory",
                TrustedCertificates.context(certificates).getSocketFactory());
        return Session.getInstance(properties);
    }
}
