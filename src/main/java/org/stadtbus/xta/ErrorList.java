package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Records of kind Error. */
@XmlType(name = "")
public class ErrorList {
    @XmlElement(name = "Error")
    public List<TransportRecord> records = new ArrayList<>();
}
