package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Further readers. */
@XmlType(name = "")
public class OtherDestinations {
    @XmlElement(name = "OtherReaders")
    public List<PartyIdentifier> otherReaders = new ArrayList<>();

    @XmlElement(name = "CcReaders")
    public List<PartyIdentifier> ccReaders = new ArrayList<>();
}
