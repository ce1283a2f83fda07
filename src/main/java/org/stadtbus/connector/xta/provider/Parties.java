package org.stadtbus.connector.xta.provider;

import java.util.Objects;
import org.stadtbus.xta.meta.Party;
import org.stadtbus.xta.meta.PartyIdentifier;

/** Names of participants. */
final class Parties {
    private static final String TYPE = "xoev";

    private Parties() {}

    /** The name of a participant; empty when he has none. */
    static String name(Party party) {
        return party.identifier == null ? "" : Objects.requireNonNullElse(party.identifier.value, "");
    }

    static Party of(String name) {
        PartyIdentifier identifier = new PartyIdentifier();
        identifier.value = name;
        identifier.type = TYPE;
        Party party = new Party();
        party.identifier = identifier;
        return party;
    }
}
