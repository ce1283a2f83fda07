package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Reports of other transports on the way. */
@XmlType(name = "AdditionalReportListType")
public class AdditionalReports {
    @XmlElement(name = "Report")
    public List<AdditionalReport> reports = new ArrayList<>();
}
