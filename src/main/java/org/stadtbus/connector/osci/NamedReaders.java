package org.stadtbus.connector.osci;

import java.net.URI;
import java.util.Optional;
import org.stadtbus.envelope.Message;
import org.stadtbus.osci.Certificates;
import org.stadtbus.osci.OsciException;
import org.stadtbus.standards.AuthorityService;
import org.stadtbus.standards.AuthorityService.Element;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Standards;

/**
 * The reader is the authority that the message names in its head; the directory knows its certificate (DVDV: service elements
 * {@code OSCI_ADDRESSEE} or {@code CIPHER_CERTIFICATE}). It fetches its messages at the hub's own intermediary.
 */
final class NamedReaders implements Readers {
    private final Standards standards;
    private final String standard;
    private final Directory directory;
    private final String service;
    private final URI intermediary;

    /**
     * @param standard whose header says who is to read
     * @param service URI of the service's description under which readers are in the directory
     * @param intermediary the hub's own
     */
    NamedReaders(Standards standards, String standard, Directory directory, String service, URI intermediary) {
        this.standards = standards;
        this.standard = standard;
        this.directory = directory;
        this.service = service;
        this.intermediary = intermediary;
    }

    @Override
    public Reader of(Message message) {
        String key = standards.header(standard, message.payload()).reader().orElseThrow(OsciFailures::noReader);
        AuthorityService known = directory.serviceOf(key, service);
        known.element("OSCI_INTERMEDIARY")
                .map(Element::uri)
                .filter(uri -> !uri.isEmpty() && !uri.equals(intermediary.toString()))
                .ifPresent(uri -> {
                    throw OsciFailures.elsewhere(key);
                });
        return certificate(known, "OSCI_ADDRESSEE")
                .or(() -> certificate(known, "CIPHER_CERTIFICATE"))
                .map(text -> reader(key, text))
                .orElseThrow(() -> OsciFailures.noCertificate(key));
    }

    private static Optional<String> certificate(AuthorityService known, String type) {
        return known.element(type).map(Element::certificate).filter(text -> !text.isEmpty());
    }

    private static Reader reader(String key, String certificate) {
        try {
            return new Reader(Certificates.parse(certificate), Optional.empty());
        } catch (OsciException unreadable) {
            throw OsciFailures.noCertificate(key);
        }
    }
}
