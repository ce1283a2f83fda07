package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The answers, in the order of the questions. */
@XmlType(name = "")
public class LookupServiceResults {
    @XmlElement(name = "LookupServiceResult")
    public List<LookupServiceResult> results = new ArrayList<>();
}
