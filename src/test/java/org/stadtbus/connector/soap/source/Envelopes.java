package org.stadtbus.connector.soap.source;

/** Calls written by hand. */
final class Envelopes {
    static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private Envelopes() {}

    static String envelope(String soap, String head, String body) {
        return "<s:Envelope xmlns:s='" + soap + "'><s:Header>" + head + "</s:Header><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    /** One of SOAP 1.1 that keeps the contract. */
    static String call(String id, String sign) {
        return envelope(SOAP11, messageId(id), meldung(sign));
    }

    static String messageId(String id) {
        return "<a:MessageID xmlns:a='http://www.w3.org/2005/08/addressing'>" + id + "</a:MessageID>"
                + "<a:Action xmlns:a='http://www.w3.org/2005/08/addressing'>" + InletStand.ACTION + "</a:Action>";
    }

    static String meldung(String sign) {
        return "<m:Meldung xmlns:m='urn:hersteller:meldung'><m:Kennzeichen>" + sign + "</m:Kennzeichen></m:Meldung>";
    }

    static String token(String name, String password) {
        return "<w:Security s:mustUnderstand='1' xmlns:w='" + WSSE + "'><w:UsernameToken><w:Username>" + name
                + "</w:Username><w:Password>" + password + "</w:Password></w:UsernameToken></w:Security>";
    }
}
