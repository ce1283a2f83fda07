package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Set;
import org.stadtbus.connector.soap.SoapVersion;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.SecureXml;

/**
 * The port at which one procedure hands over.
 *
 * @param procedure its id in the catalogue
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param path of the service, begins with a slash
 * @param wsdl the contract, a file with WSDL 1.1
 * @param version of SOAP
 * @param bundle SSL bundle with the hub's key; empty: plain HTTP, for callers on the same machine only
 * @param access who may call
 * @param idElement where a message's id stands
 * @param answer child of an answer's body, XML with {@code {id}} in place of the hub's message id
 * @param files what becomes of parts that come along
 */
record SourceSettings(
        String procedure,
        String host,
        int port,
        String path,
        Path wsdl,
        SoapVersion version,
        String bundle,
        Access access,
        IdElement idElement,
        String answer,
        FileLimit files) {
    /** Stands in {@link #answer} for the hub's message id. */
    static final String ID = "{id}";

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

    /**
     * What becomes of parts that come along.
     *
     * @param wanted whether any may
     * @param bytes most of all of one call together
     */
    record FileLimit(boolean wanted, long bytes) {}

    /** @throws IllegalArgumentException when they do not fit together */
    SourceSettings {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path muss mit / beginnen.");
        }
        if (bundle.isEmpty() && !LOCAL.contains(host)) {
            throw new IllegalArgumentException("Ohne bundle horcht der Anschluss nur auf demselben Rechner (host).");
        }
        if (bundle.isEmpty() && access instanceof Access.Certificate) {
            throw new IllegalArgumentException("login: zertifikat braucht bundle.");
        }
        if (!answer.contains(ID)) {
            throw new IllegalArgumentException("answer braucht {id} an der Stelle der Nachrichten-Id.");
        }
        try {
            SecureXml.document(answer.getBytes(UTF_8));
        } catch (HubException unreadable) {
            throw new IllegalArgumentException("answer muss ein XML-Element sein.", unreadable);
        }
    }

    /** What a call is answered whose message the hub knows under this id. */
    String answer(String messageId) {
        return answer.replace(ID, messageId);
    }
}
