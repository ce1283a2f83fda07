package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;

/** Asks for the next of an earlier request. */
@XmlRootElement(name = "MsgBoxGetNextRequest")
public class MsgBoxGetNextRequest {
    @XmlElement(name = "LastMsgReceived")
    public List<AttributedURIType> lastReceived = new ArrayList<>();

    @XmlAttribute(name = "MsgBoxRequestID")
    public @Nullable String requestId;
}
