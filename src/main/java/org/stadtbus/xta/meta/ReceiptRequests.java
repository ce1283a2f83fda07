package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Which receipts are asked for; kept as they came. */
@XmlType(name = "ReceiptRequestType")
public class ReceiptRequests {
    @XmlAnyElement(lax = true)
    public List<Object> requests = new ArrayList<>();
}
