package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** Which participants offer which service? */
@XmlRootElement(name = "LookupServiceRequest")
public class LookupServiceRequest {
    @XmlElement(name = "LookupServiceRequestList")
    public List<LookupServiceItem> items = new ArrayList<>();
}
