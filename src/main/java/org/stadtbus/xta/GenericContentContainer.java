package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Content of a message: open, or encrypted from end to end. */
@XmlRootElement(name = "GenericContentContainer")
public class GenericContentContainer {
    @XmlElement(name = "ContentContainer")
    public @Nullable ContentContainer content;

    @XmlAnyElement
    public org.w3c.dom.@Nullable Element encrypted;
}
