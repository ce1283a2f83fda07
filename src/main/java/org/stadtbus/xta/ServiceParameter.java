package org.stadtbus.xta;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.KeyCode;

/** A parameter of a service. */
@XmlType(name = "")
public class ServiceParameter {
    @XmlElement(name = "ParameterType")
    public @Nullable KeyCode type;

    @XmlElement(name = "Resource")
    @XmlMimeType("application/octet-stream")
    public @Nullable DataHandler resource;
}
