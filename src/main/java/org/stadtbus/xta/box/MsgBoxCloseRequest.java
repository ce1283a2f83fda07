package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;

/** Ends a request; what is named here has been received for good. */
@XmlRootElement(name = "MsgBoxCloseRequest")
public class MsgBoxCloseRequest {
    @XmlElement(name = "LastMsgReceived")
    public List<AttributedURIType> lastReceived = new ArrayList<>();

    @XmlAttribute(name = "MsgBoxRequestID")
    public @Nullable String requestId;
}
