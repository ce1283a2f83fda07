/**
 * The requests and answers of the message box (OSCI 2.02, XTA 2.1.1 MsgBoxPort). Classes carry XML and nothing else.
 */
@XmlSchema(
        namespace = Names.BOX,
        elementFormDefault = XmlNsForm.QUALIFIED,
        xmlns = {
            @XmlNs(prefix = "xta", namespaceURI = Names.XTA),
            @XmlNs(prefix = "osci", namespaceURI = Names.BOX),
            @XmlNs(prefix = "oscimeta", namespaceURI = Names.META),
            @XmlNs(prefix = "wsa", namespaceURI = Names.ADDRESSING)
        })
@XmlAccessorType(XmlAccessType.FIELD)
@XmlJavaTypeAdapter(type = Instant.class, value = Moment.class)
@org.jspecify.annotations.NullMarked
package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.time.Instant;
import org.stadtbus.xta.Moment;
import org.stadtbus.xta.Names;
