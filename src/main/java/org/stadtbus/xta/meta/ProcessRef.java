package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Which business process it belongs to, at either side. */
@XmlType(name = "")
public class ProcessRef {
    @XmlElement(name = "Requester")
    public @Nullable ProcessIdentifier requester;

    @XmlElement(name = "Responder")
    public @Nullable ProcessIdentifier responder;
}
