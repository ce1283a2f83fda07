package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.KeyCode;

/** Detail of each fault of the standard: a number of the code list {@code fehlernummer}. */
@XmlType(name = "ExceptionType")
public class FaultDetail {
    @XmlElement(name = "errorCode")
    public @Nullable KeyCode errorCode;
}
