package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Records of kind Info. */
@XmlType(name = "")
public class InfoList {
    @XmlElement(name = "Info")
    public List<TransportRecord> records = new ArrayList<>();
}
