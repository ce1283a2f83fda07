package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.Names;

/** Which message it is, and which it answers. */
@XmlType(name = "MsgIdentificationType")
public class MsgIdentification {
    @XmlElement(name = "MessageID", namespace = Names.ADDRESSING)
    public @Nullable AttributedURIType messageId;

    @XmlElement(name = "In-Reply-To")
    public List<AttributedURIType> inReplyTo = new ArrayList<>();

    @XmlElement(name = "ProcessRef")
    public @Nullable ProcessRef processRef;
}
