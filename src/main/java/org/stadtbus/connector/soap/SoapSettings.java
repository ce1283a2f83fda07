package org.stadtbus.connector.soap;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A procedure's web service.
 *
 * @param url where it listens: http or https, with a host
 * @param version of SOAP
 * @param action SOAPAction, and Action of WS-Addressing; may be empty only without addressing
 * @param addressing whether each call has the heads of WS-Addressing 1.0, with the hub's message id as MessageID
 * @param bundle SSL bundle; empty: whom Java trusts
 * @param login how the hub proves who it is
 * @param answer whether the answer's content is an answer of the procedure, to be taken in
 * @param attachments whether files of a message go with it, as parts of MTOM
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer begins
 */
record SoapSettings(
        URI url,
        SoapVersion version,
        String action,
        boolean addressing,
        String bundle,
        Login login,
        boolean answer,
        boolean attachments,
        Duration connectTimeout,
        Duration responseTimeout) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException when they do not fit together */
    SoapSettings {
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (url.getHost() == null || !(https || "http".equalsIgnoreCase(url.getScheme()))) {
            throw new IllegalArgumentException("url muss mit http:// oder https:// beginnen und einen Rechner nennen.");
        }
        if (!login.is(Login.Kind.KEINE) && !https && !LOCAL.contains(url.getHost())) {
            throw new IllegalArgumentException("Ein Passwort geht nur über https, außer auf demselben Rechner.");
        }
        if (addressing && action.isBlank()) {
            throw new IllegalArgumentException("addressing braucht action: WS-Addressing verlangt eine Action.");
        }
    }
}
