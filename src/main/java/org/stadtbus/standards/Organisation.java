package org.stadtbus.standards;

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
 */
public record Organisation(
        String role,
        String directoryService,
        String directoryServiceVersion,
        String key,
        String name,
        List<Contact> contacts) {

    /** Keeps a copy of the contacts. */
    public Organisation {
        contacts = List.copyOf(contacts);
    }

    /**
     * One way to reach an organisation.
     *
     * @param channel code of {@code urn:de:xoev:codeliste:erreichbarkeit}, e.g. {@code 01} for e-mail
     * @param value address or number
     */
    public record Contact(String channel, String value) {}
}
