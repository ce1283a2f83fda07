package org.stadtbus.osci;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.w3c.dom.Element;

/** Certificates in an envelope: written under an Id, found by reference. */
public final class Certificates {
    private static final String X509_DATA = Ns.DS + "X509Data";

    private Certificates() {}

    /** Adds a certificate, e.g. {@code osci:CipherCertificateAddressee}, under an Id. */
    public static void add(Element parent, String name, String id, X509Certificate certificate) {
        inline(Xml.named(Xml.add(parent, name), id), certificate);
    }

    static void inline(Element parent, X509Certificate certificate) {
        try {
            String base64 = Base64.getEncoder().encodeToString(certificate.getEncoded());
            Xml.add(Xml.add(parent, "ds:X509Data"), "ds:X509Certificate", base64);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate can be encoded", e);
        }
    }

    /** Says in a KeyInfo under which Id the certificate stands. */
    static void refer(Element keyInfo, String id) {
        Element method = Xml.add(keyInfo, "ds:RetrievalMethod");
        method.setAttribute("Type", X509_DATA);
        method.setAttribute("URI", "#" + id);
    }

    /**
     * The certificate that a KeyInfo holds or refers to.
     *
     * @param envelope where referred certificates stand
     */
    static Optional<X509Certificate> of(Element keyInfo, Element envelope) throws OsciException {
        Optional<Element> method = Xml.find(keyInfo, "ds:RetrievalMethod");
        if (method.isEmpty()) {
            return read(keyInfo);
        }
        String uri = method.get().getAttribute("URI");
        Element there = uri.startsWith("#") ? envelope.getOwnerDocument().getElementById(uri.substring(1)) : null;
        return there == null ? Optional.empty() : read(there);
    }

    /**
     * The certificate right below an element; empty when there is none.
     *
     * @throws OsciException 9300 when it cannot be read
     */
    public static Optional<X509Certificate> read(Element parent) throws OsciException {
        Optional<Element> found = Xml.find(parent, "ds:X509Data", "ds:X509Certificate");
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(parse(found.get().getTextContent()));
    }

    /**
     * A certificate as directories give it.
     *
     * @param base64 DER in Base64, with or without line feeds
     * @throws OsciException 9300 when it cannot be read
     */
    public static X509Certificate parse(String base64) throws OsciException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new OsciException(OsciCode.ORDER, "Ein Zertifikat ist nicht lesbar.", e);
        }
    }

    static byte[] base64(Element element) throws OsciException {
        try {
            return Base64.getMimeDecoder().decode(element.getTextContent());
        } catch (IllegalArgumentException e) {
            throw new OsciException(OsciCode.ORDER, element.getLocalName() + " ist nicht Base64.", e);
        }
    }
}
