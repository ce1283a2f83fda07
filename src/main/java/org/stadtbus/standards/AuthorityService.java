package org.stadtbus.standards;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A service of an authority and how it is reached (DVDV: Dienst).
 *
 * @param uri URI of the service's description
 * @param name the service's name in the directory
 * @param elements what a sender must know to use it
 */
public record AuthorityService(String uri, String name, List<Element> elements) {

    /** Keeps a copy of the elements. */
    public AuthorityService {
        elements = List.copyOf(elements);
    }

    /** The first element of this type. */
    public Optional<Element> element(String type) {
        return elements.stream().filter(element -> element.type().equals(type)).findFirst();
    }

    /**
     * One thing to know (DVDV: Dienstelement).
     *
     * @param name the element's name
     * @param type {@code OSCI_INTERMEDIARY}, {@code OSCI_ADDRESSEE}, {@code CIPHER_CERTIFICATE}, {@code SIGNATURE_CERTIFICATE},
     *     {@code WEBSERVER}, {@code TEXT} or a type of the directory's own
     * @param uri address, empty when it has none
     * @param text text, empty when it has none
     * @param certificate certificate to encrypt for or to check signatures with, DER in Base64; empty when it has none
     */
    public record Element(
            String name,
            String type,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String uri,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String text,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String certificate) {}
}
