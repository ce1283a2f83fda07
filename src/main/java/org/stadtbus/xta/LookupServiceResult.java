package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether this participant offers this service. */
@XmlType(name = "LookupServiceResultType")
public class LookupServiceResult extends LookupService {
    @XmlElement(name = "IsServiceAvailableValue")
    public @Nullable ServiceAvailability availability;

    @XmlElement(name = "ServiceParameter")
    public List<ServiceParameter> parameters = new ArrayList<>();
}
