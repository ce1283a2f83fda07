package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** Name of a business process; the misspelt attribute is the standard's. */
@XmlType(name = "ProcessIdentifierType")
public class ProcessIdentifier {
    @XmlValue
    public @Nullable String value;

    @XmlAttribute(name = "ProccesName")
    public @Nullable String processName;
}
