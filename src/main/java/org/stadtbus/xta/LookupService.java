package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.Party;

/** A participant and a service. */
@XmlType(name = "LookupServiceType")
public class LookupService {
    @XmlElement(name = "Reader", namespace = Names.META)
    public @Nullable Party reader;

    @XmlElement(name = "ServiceType")
    public @Nullable String serviceType;
}
