package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** One property. */
@XmlType(name = "PropertyType")
public class MessageProperty {
    @XmlElement(name = "Key")
    public @Nullable KeyCode key;

    @XmlElement(name = "Value")
    public @Nullable String value;
}
