package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Subject, service and kind of a message. */
@XmlType(name = "QualifierType")
public class Qualifier {
    @XmlElement(name = "Subject")
    public @Nullable String subject;

    @XmlElement(name = "Service")
    public @Nullable String service;

    @XmlElement(name = "BusinessScenario")
    public @Nullable BusinessScenario businessScenario;

    @XmlElement(name = "MessageType")
    public @Nullable MessageType messageType;
}
