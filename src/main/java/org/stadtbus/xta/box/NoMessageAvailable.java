package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Why a request brings nothing. */
@XmlType(name = "")
public class NoMessageAvailable {
    @XmlAttribute
    public @Nullable String reason;
}
