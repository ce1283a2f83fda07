package org.stadtbus.connector.osci;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.osci.Certificates;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.OsciException;
import org.stadtbus.standards.AuthorityService.Element;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Standards;

/**
 * The authority that a message names as its author in its head must be one of its signers; the directory knows its certificates
 * (DVDV: service elements {@code SIGNATURE_CERTIFICATE}, several while a certificate is being replaced). Otherwise everybody whom the
 * certification authority vouches for could write in the name of every other.
 */
final class NamedAuthors implements Authors {
    /** Codes with which directories say that they do not know an authority's service. */
    private static final Set<String> UNKNOWN = Set.of("unknown-service", "dvdv-unknown-service");

    private final Standards standards;
    private final String standard;
    private final Directory directory;
    private final String service;
    private final boolean unknownToo;

    private NamedAuthors(
            Standards standards, String standard, Directory directory, String service, boolean unknownToo) {
        this.standards = standards;
        this.standard = standard;
        this.directory = directory;
        this.service = service;
        this.unknownToo = unknownToo;
    }

    /**
     * The check that settings ask for; none without a service.
     *
     * @param service URI of the service's description under which authors are in the directory; blank for no check
     * @param standard whose header says who is the author
     * @param unknownToo whether to take messages whose author the directory does not know, or that name none
     * @throws IllegalArgumentException when the standard is missing
     */
    static Authors of(Standards standards, Directory directory, String service, String standard, boolean unknownToo) {
        if (service.isBlank()) {
            return content -> Optional.empty();
        }
        if (standard.isBlank()) {
            throw new IllegalArgumentException("authorService braucht authorStandard");
        }
        return new NamedAuthors(standards, standard, directory, service, unknownToo);
    }

    @Override
    public Optional<HubException> objection(Content content) {
        Optional<String> author;
        try {
            author = standards.header(standard, content.payload()).author();
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                // nothing of the standard at all: its route refuses it and says what is wrong
                return Optional.empty();
            }
            throw e;
        }
        return author.isPresent() ? objection(author.get(), content.signers()) : unlessAllowed(OsciFailures.noAuthor());
    }

    private Optional<HubException> objection(String author, List<X509Certificate> signers) {
        List<X509Certificate> known = certificates(author);
        if (known.isEmpty()) {
            return unlessAllowed(OsciFailures.unknownAuthor(author));
        }
        return signers.stream().anyMatch(known::contains)
                ? Optional.empty()
                : Optional.of(OsciFailures.notSigner(author));
    }

    private Optional<HubException> unlessAllowed(HubException objection) {
        return Optional.of(objection).filter(any -> !unknownToo);
    }

    private List<X509Certificate> certificates(String author) {
        try {
            return directory.serviceOf(author, service).elements().stream()
                    .filter(element -> element.type().equals("SIGNATURE_CERTIFICATE"))
                    .flatMap(NamedAuthors::certificate)
                    .toList();
        } catch (HubException e) {
            if (UNKNOWN.contains(e.problemCode())) {
                return List.of();
            }
            throw e;
        }
    }

    private static Stream<X509Certificate> certificate(Element element) {
        try {
            return Stream.of(Certificates.parse(element.certificate()));
        } catch (OsciException unreadable) {
            return Stream.empty();
        }
    }
}
