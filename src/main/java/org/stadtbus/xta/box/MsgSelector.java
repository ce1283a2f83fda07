package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.RelatesToType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.Names;

/** Which messages of a box are meant; empty for all. */
@XmlRootElement(name = "MsgSelector")
public class MsgSelector {
    @XmlElement(name = "MessageID", namespace = Names.ADDRESSING)
    public List<AttributedURIType> messageIds = new ArrayList<>();

    @XmlElement(name = "RelatesTo", namespace = Names.ADDRESSING)
    public List<RelatesToType> relatesTo = new ArrayList<>();

    @XmlElement(name = "MsgBoxEntryTimeFrom")
    public @Nullable Instant from;

    @XmlElement(name = "MsgBoxEntryTimeTo")
    public @Nullable Instant to;

    @XmlElement(name = "Extension")
    public @Nullable Object extension;

    @XmlAttribute
    public @Nullable Boolean newEntry;
}
