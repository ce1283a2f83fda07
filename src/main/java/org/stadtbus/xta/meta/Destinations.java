package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Who shall read it. */
@XmlType(name = "DestinationsType")
public class Destinations {
    @XmlElement(name = "Reader")
    public @Nullable Party reader;

    @XmlElement(name = "OtherDestinations")
    public @Nullable OtherDestinations otherDestinations;
}
