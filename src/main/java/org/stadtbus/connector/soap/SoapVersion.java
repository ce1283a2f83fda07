package org.stadtbus.connector.soap;

import jakarta.xml.ws.soap.SOAPBinding;
import java.util.Arrays;

/** A version of SOAP over HTTP. */
public enum SoapVersion {
    /** W3C Note of 8 May 2000. */
    SOAP_1_1("1.1", SOAPBinding.SOAP11HTTP_BINDING, "http://schemas.xmlsoap.org/soap/envelope/"),
    /** W3C Recommendation, second edition of 27 April 2007. */
    SOAP_1_2("1.2", SOAPBinding.SOAP12HTTP_BINDING, "http://www.w3.org/2003/05/soap-envelope");

    private final String number;
    private final String binding;
    private final String namespace;

    SoapVersion(String number, String binding, String namespace) {
        this.number = number;
        this.binding = binding;
        this.namespace = namespace;
    }

    /** @throws IllegalArgumentException when it is neither 1.1 nor 1.2 */
    public static SoapVersion numbered(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number.equals(number))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("SOAP " + number + " gibt es nicht; erlaubt sind 1.1 und 1.2."));
    }

    /** CXF's name of it. */
    public String binding() {
        return binding;
    }

    /** Namespace of its envelope. */
    public String namespace() {
        return namespace;
    }
}
