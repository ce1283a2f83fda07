package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** Name of a participant, e.g. {@code ags:03403000} of type {@code xoev}. */
@XmlType(name = "PartyIdentifierType")
public class PartyIdentifier {
    @XmlValue
    public @Nullable String value;

    @XmlAttribute
    public @Nullable String type;

    @XmlAttribute
    public @Nullable String name;

    @XmlAttribute
    public @Nullable String category;
}
