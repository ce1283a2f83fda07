package org.stadtbus.connector.soap;

import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.cxf.binding.soap.SoapHeader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Name and password in the head of a message: the type PasswordText of OASIS Web Services Security UsernameToken Profile 1.1, section 3.1.
 * It hides nothing; that is left to TLS.
 */
final class UsernameToken {
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String EXTENSION = WSS + "wssecurity-secext-1.0.xsd";
    private static final String TEXT = WSS + "username-token-profile-1.0#PasswordText";

    private UsernameToken() {}

    /** The head {@code wsse:Security}, which the service must understand. */
    static SoapHeader header(Login login) {
        Element security = document().createElementNS(EXTENSION, "wsse:Security");
        Element token = child(security, "wsse:UsernameToken");
        child(token, "wsse:Username").setTextContent(login.username());
        Element password = child(token, "wsse:Password");
        password.setAttribute("Type", TEXT);
        password.setTextContent(login.password());
        SoapHeader header = new SoapHeader(new QName(EXTENSION, "Security"), security);
        header.setMustUnderstand(true);
        return header;
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(EXTENSION, name);
        parent.appendChild(child);
        return child;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform makes documents", e);
        }
    }
}
