package org.stadtbus.osci;

import java.util.Map;

/** The namespaces of an OSCI message, with the prefixes this package writes them with. */
public final class Ns {
    /** SOAP 1.1. */
    public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    /** OSCI-Transport 1.2. */
    public static final String OSCI = "http://www.osci.de/2002/04/osci";
    /** Length of the initialisation vector, since the 8th correction of OSCI 1.2. */
    public static final String OSCI_8 = "http://xoev.de/transport/osci12/8";
    /** XML Signature. */
    public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    /** XML Encryption 1.0. */
    public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    /** XML Encryption 1.1. */
    public static final String XENC_11 = "http://www.w3.org/2009/xmlenc11#";

    private static final Map<String, String> PREFIXES = Map.of(
            "soap", SOAP,
            "osci", OSCI,
            "osci128", OSCI_8,
            "ds", DS,
            "xenc", XENC,
            "xenc11", XENC_11,
            "xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private Ns() {}

    /** The namespace of a prefix. */
    static String of(String prefix) {
        String namespace = PREFIXES.get(prefix);
        if (namespace == null) {
            throw new IllegalArgumentException("No namespace has the prefix " + prefix);
        }
        return namespace;
    }
}
