package org.stadtbus.connector.soap.source;

import jakarta.activation.DataHandler;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The contract of {@code uebergabe.wsdl} as a vendor's tools make Java of it. */
@WebService(targetNamespace = Meldungen.NAMESPACE, name = "Uebergaben")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface Meldungen {
    String NAMESPACE = "urn:hersteller:meldung";
    String HUB = "urn:stadtbus:soap";

    @WebMethod(operationName = "uebergebe", action = "urn:hersteller:meldung:uebergebe")
    @WebResult(name = "Empfang", targetNamespace = HUB)
    Empfang uebergebe(@WebParam(name = "Meldung", targetNamespace = NAMESPACE) Meldung meldung);

    /** What is handed over. */
    @XmlAccessorType(XmlAccessType.FIELD)
    class Meldung {
        @XmlElement(name = "Kennzeichen", namespace = NAMESPACE)
        public String sign = "";

        @XmlElement(name = "Anlage", namespace = NAMESPACE)
        public List<DataHandler> files = new ArrayList<>();
    }

    /** What the hub says. */
    @XmlAccessorType(XmlAccessType.FIELD)
    class Empfang {
        @XmlElement(name = "Nachricht", namespace = HUB)
        public String messageId = "";
    }
}
