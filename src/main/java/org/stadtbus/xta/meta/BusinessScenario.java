package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The business scenario: a code, or a name without one. */
@XmlType(name = "")
public class BusinessScenario {
    @XmlElement(name = "Defined")
    public @Nullable KeyCode defined;

    @XmlElement(name = "Undefined")
    public @Nullable String undefined;
}
