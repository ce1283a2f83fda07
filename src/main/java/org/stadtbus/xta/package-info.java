/**
 * The contract of XTA 2.1.1: the three ports, the elements of the standard's own namespace, and a TLS port on which they answer.
 *
 * <p>Classes for elements carry XML and nothing else, hence public fields; a field that the standard lets be absent is nullable. Only
 * {@code connector.xta} and the sandbox use them. That they are the official contract is proved by {@code XtaContractTest} and
 * {@code XtaProviderIT}.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"envelope", "soap"})
@XmlSchema(
        namespace = Names.XTA,
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
package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.time.Instant;
import org.springframework.modulith.ApplicationModule;
