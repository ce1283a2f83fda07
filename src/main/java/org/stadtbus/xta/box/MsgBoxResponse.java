package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** How much is left of a request. */
@XmlRootElement(name = "MsgBoxResponse")
public class MsgBoxResponse {
    @XmlElement(name = "NoMessageAvailable")
    public @Nullable NoMessageAvailable noMessage;

    @XmlElement(name = "ItemsPending")
    public @Nullable Long itemsPending;

    @XmlAttribute(name = "MsgBoxRequestID")
    public @Nullable String requestId;
}
