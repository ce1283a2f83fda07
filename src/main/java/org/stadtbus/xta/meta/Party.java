package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A participant, with certificates he may want to be reached by. */
@XmlType(name = "PartyType")
public class Party {
    @XmlElement(name = "Identifier")
    public @Nullable PartyIdentifier identifier;

    @XmlAnyElement
    public List<Element> securityTokens = new ArrayList<>();
}
