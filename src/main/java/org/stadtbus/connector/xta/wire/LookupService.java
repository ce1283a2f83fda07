package org.stadtbus.connector.xta.wire;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.wire.meta.Party;

/** A participant and a service. */
@XmlType(name = "LookupServiceType")
public class LookupService {
    @XmlElement(name = "Reader", namespace = Names.META)
    public @Nullable Party reader;

    @XmlElement(name = "ServiceType")
    public @Nullable String serviceType;
}
