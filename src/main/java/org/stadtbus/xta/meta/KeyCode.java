package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A code of a code list (XÖV). */
@XmlType(name = "KeyCodeType")
public class KeyCode {
    @XmlElement(name = "code", namespace = "")
    public @Nullable String code;

    @XmlElement(name = "name", namespace = "")
    public @Nullable String name;

    @XmlAttribute(name = "listURI")
    public @Nullable String listUri;

    @XmlAttribute(name = "listVersionID")
    public @Nullable String listVersion;
}
