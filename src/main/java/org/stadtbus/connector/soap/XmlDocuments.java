package org.stadtbus.connector.soap;

import java.io.ByteArrayOutputStream;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;

/** Makes documents of their own of elements of a SOAP body. */
public final class XmlDocuments {
    static {
        Init.init();
    }

    private XmlDocuments() {}

    /**
     * The element with the namespaces that were declared around it (Canonical XML 1.0).
     *
     * @throws org.stadtbus.envelope.HubException permanent when it cannot be written
     */
    public static byte[] of(Element content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_WITH_COMMENTS).canonicalizeSubtree(content, bytes);
        } catch (XMLSecurityException e) {
            throw SoapFailures.unwritable(e);
        }
        return bytes.toByteArray();
    }
}
