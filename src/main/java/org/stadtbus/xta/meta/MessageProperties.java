package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Further properties of a message. */
@XmlType(name = "")
public class MessageProperties {
    @XmlElement(name = "Property")
    public List<MessageProperty> properties = new ArrayList<>();
}
