package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.MessageMetaData;

/** What became of a message. */
@XmlRootElement(name = "TransportReport")
public class TransportReport {
    @XmlElement(name = "MessageMetaData", namespace = Names.META)
    public @Nullable MessageMetaData metaData;

    @XmlElement(name = "ReportTime")
    public @Nullable Instant reportTime;

    @XmlElement(name = "XTAServerIdentity")
    public @Nullable String serverIdentity;

    @XmlElement(name = "MessageStatus")
    public @Nullable MessageStatus status;

    @XmlElement(name = "AdditionalReports")
    public @Nullable AdditionalReports additionalReports;

    /** The provider's signature, where there is one. */
    @XmlAnyElement
    public org.w3c.dom.@Nullable Element signature;
}
