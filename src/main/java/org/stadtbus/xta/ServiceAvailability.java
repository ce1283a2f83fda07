package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Yes, no, or not known. */
@XmlType(name = "IsServiceAvailableValueType")
public class ServiceAvailability {
    @XmlElement(name = "ServiceIsAvailable")
    public @Nullable Boolean available;

    @XmlElement(name = "ServiceIsAvailableUnknown")
    public @Nullable Boolean unknown;
}
