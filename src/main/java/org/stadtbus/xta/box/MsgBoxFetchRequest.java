package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Asks for one message. */
@XmlRootElement(name = "MsgBoxFetchRequest")
public class MsgBoxFetchRequest {
    @XmlElement(name = "MsgSelector")
    public @Nullable MsgSelector selector;

    @XmlAttribute(name = "MsgPart")
    public @Nullable String part;
}
