package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Records of kind Warning. */
@XmlType(name = "")
public class WarnList {
    @XmlElement(name = "Warning")
    public List<TransportRecord> records = new ArrayList<>();
}
