/**
 * The contract of the EGVP-Enterprise web service ({@code EgvpService.wsdl}, {@code urn:de:bos-bremen:egvp:ws}), as far as the hub uses
 * it: sending, asking for a state, fetching.
 *
 * <p>Classes for elements carry XML and nothing else, hence public fields; a field that the service lets be absent is nullable. Codes are
 * plain text, so that a code of a newer release can be read and named. Only {@code connector.bebpo} and the sandbox use them. That they
 * are the official contract is proved by {@code BebpoContractTest}.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@XmlSchema(namespace = EgvpPort.NAMESPACE, xmlns = @XmlNs(prefix = "egvp", namespaceURI = EgvpPort.NAMESPACE))
@XmlAccessorType(XmlAccessType.FIELD)
@org.jspecify.annotations.NullMarked
package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlSchema;
import org.springframework.modulith.ApplicationModule;
