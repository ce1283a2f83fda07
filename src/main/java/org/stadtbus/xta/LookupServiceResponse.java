package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Answers to a {@link LookupServiceRequest}. */
@XmlRootElement(name = "LookupServiceResponse")
public class LookupServiceResponse {
    @XmlElement(name = "LookupServiceResultList")
    public @Nullable LookupServiceResults list;
}
