package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** One question. */
@XmlType(name = "")
public class LookupServiceItem {
    @XmlElement(name = "LookupService")
    public @Nullable LookupService lookup;
}
