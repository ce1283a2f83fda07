package org.stadtbus.standards;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * An authority or service the hub writes to or for, as a directory knows it (XÖV: {@code BehoerdeType}).
 *
 * @param role the city's own word for it, used in routes and mappings, e.g. {@code bauaufsicht}
 * @param directoryService code of the directory (code list {@code urn:xoev-de:kosit:codeliste:verzeichnisdienst}), e.g.
 *     {@code DVDV}
 * @param directoryServiceVersion version of that code list
 * @param key the authority's key in that directory
 * @param name official name
 * @param contacts ways to reach it, best first
 * @param category its category in that directory (DVDV: Behördenkategorie); empty when it has none
 * @param services services written down by hand, where no directory is asked
 * @param certificates fingerprints of its client certificates, SHA-1, 40 hexadecimal digits in lower case
 */
public record Organisation(
        String role,
        String directoryService,
        String directoryServiceVersion,
        String key,
        String name,
        List<Contact> contacts,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String category,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<AuthorityService> services,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> certificates) {

    /** Keeps copies of the lists. */
    public Organisation {
        contacts = List.copyOf(contacts);
        services = List.copyOf(services);
        certificates = List.copyOf(certificates);
    }

    /** The same under the name its directory gives it. */
    public Organisation named(String official) {
        return new Organisation(
                role,
                directoryService,
                directoryServiceVersion,
                key,
                official,
                contacts,
                category,
                services,
                certificates);
    }

    /**
     * One way to reach an organisation.
     *
     * @param channel code of {@code urn:de:xoev:codeliste:erreichbarkeit}, e.g. {@code 01} for e-mail
     * @param value address or number
     */
    public record Contact(String channel, String value) {}
}
