package org.stadtbus.xta;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.KeyCode;

/** A report of another transport, e.g. an OSCI process card. */
@XmlType(name = "")
public class AdditionalReport {
    @XmlElement(name = "Key")
    public @Nullable KeyCode key;

    @XmlElement(name = "Data")
    @XmlMimeType("application/octet-stream")
    public @Nullable DataHandler data;
}
