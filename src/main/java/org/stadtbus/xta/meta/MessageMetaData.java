package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Head of a message. */
@XmlRootElement(name = "MessageMetaData")
public class MessageMetaData {
    @XmlElement(name = "DeliveryAttributes")
    public @Nullable DeliveryAttributes deliveryAttributes;

    @XmlElement(name = "Originators")
    public @Nullable Originators originators;

    @XmlElement(name = "Destinations")
    public @Nullable Destinations destinations;

    @XmlElement(name = "MsgIdentification")
    public @Nullable MsgIdentification identification;

    @XmlElement(name = "Qualifier")
    public @Nullable Qualifier qualifier;

    @XmlElement(name = "MessageProperties")
    public @Nullable MessageProperties messageProperties;

    @XmlElement(name = "MsgSize")
    public @Nullable Long msgSize;

    @XmlAttribute(name = "TestMsg")
    public @Nullable Boolean test;
}
