package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.apache.cxf.ws.addressing.RelatesToType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.Names;

/** One message of the box. */
@XmlType(name = "MsgAttributeListType")
public class MsgAttributes {
    @XmlElement(name = "MessageID", namespace = Names.ADDRESSING)
    public @Nullable AttributedURIType messageId;

    @XmlElement(name = "RelatesTo", namespace = Names.ADDRESSING)
    public List<RelatesToType> relatesTo = new ArrayList<>();

    @XmlElement(name = "From", namespace = Names.ADDRESSING)
    public @Nullable EndpointReferenceType from;

    @XmlElement(name = "TypeOfBusinessScenario")
    public @Nullable String scenario;

    @XmlElement(name = "MsgSize")
    public @Nullable Integer size;

    @XmlElement(name = "ObsoleteAfterDate")
    public @Nullable String obsoleteAfter;

    @XmlElement(name = "DeliveryTime")
    public @Nullable Instant delivered;

    @XmlElement(name = "InitialFetchedTime")
    public @Nullable Instant firstFetched;
}
