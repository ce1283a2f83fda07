package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When it was made, sent and received, and what receipts its author asks for. */
@XmlType(name = "DeliveryAttributesType")
public class DeliveryAttributes {
    @XmlElement(name = "Origin")
    public @Nullable Instant origin;

    @XmlElement(name = "InitialSend")
    public @Nullable Instant initialSend;

    @XmlElement(name = "NotBefore")
    public @Nullable Instant notBefore;

    @XmlElement(name = "ObsoleteAfter")
    public @Nullable String obsoleteAfter;

    @XmlElement(name = "Delivery")
    public @Nullable Instant delivery;

    @XmlElement(name = "InitialFetch")
    public @Nullable Instant initialFetch;

    @XmlElement(name = "Reception")
    public @Nullable Instant reception;

    @XmlElement(name = "ServiceQuality")
    public @Nullable String serviceQuality;

    @XmlElement(name = "ReceiptRequests")
    public @Nullable ReceiptRequests receiptRequests;
}
