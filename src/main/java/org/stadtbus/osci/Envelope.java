package org.stadtbus.osci;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The SOAP envelope of an order or an answer: header blocks, each with an Id of its own, and the body. */
public final class Envelope {
    private static final String NEXT = "http://schemas.xmlsoap.org/soap/actor/next";
    private static final String NONE = "http://www.w3.org/2001/12/soap-envelope/actor/none";
    private static final String BODY_ID = "body";
    private static final Set<String> SIGNATURES = Set.of("ClientSignature", "SupplierSignature");

    private final Element header;
    private final Element body;

    private Envelope(Element header, Element body) {
        this.header = header;
        this.body = body;
    }

    /** An envelope that begins with this control block. */
    public static Envelope create(ControlBlock control) {
        Element root = Xml.create("soap:Envelope").getDocumentElement();
        Envelope envelope = new Envelope(Xml.add(root, "soap:Header"), Xml.named(Xml.add(root, "soap:Body"), BODY_ID));
        control.write(envelope);
        return envelope;
    }

    /**
     * Reads an envelope.
     *
     * @throws OsciException what the peer says, when it is a SOAP fault; else 9100 when it is no envelope
     */
    public static Envelope of(Document document) throws OsciException {
        Element root = document.getDocumentElement();
        Element body = Xml.find(root, "soap:Body").orElseThrow(() -> new OsciException(OsciCode.STRUCTURE, ""));
        Faults.check(body);
        Element header = Xml.find(root, "soap:Header").orElseThrow(() -> new OsciException(OsciCode.STRUCTURE, ""));
        return new Envelope(header, body);
    }

    /** The whole. */
    public Document document() {
        return header.getOwnerDocument();
    }

    /** The body. */
    public Element body() {
        return body;
    }

    /** Appends a header block that the recipient must understand; its Id is its name in small letters. */
    public Element block(String name) {
        return block(name, local(name), NEXT);
    }

    /** Appends a header block of which there are several. */
    public Element block(String name, String id) {
        return block(name, id, NEXT);
    }

    /** Appends a header block with certificates, which is nobody's order. */
    public Element certificates(String name) {
        return block(name, local(name), NONE);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private Element block(String name, String id, String actor) {
        Element block = Xml.named(Xml.add(header, name), id);
        block.setAttributeNS(Ns.SOAP, "soap:actor", actor);
        block.setAttributeNS(Ns.SOAP, "soap:mustUnderstand", "1");
        return block;
    }

    /** A header block; empty when it is not there. */
    public Optional<Element> find(String name) {
        return Xml.find(header, name);
    }

    /**
     * A header block.
     *
     * @throws OsciException 9300 when it is not there
     */
    public Element require(String name) throws OsciException {
        return Xml.require(header, name);
    }

    /** Name of what is ordered or answered: of the body's element, or of the header block that stands for it. */
    public String order() {
        List<Element> inBody = Xml.children(body);
        if (!inBody.isEmpty() && !"ContentPackage".equals(inBody.get(0).getLocalName())) {
            return inBody.get(0).getLocalName();
        }
        return Xml.children(header).stream()
                .map(Element::getLocalName)
                .filter(name -> !name.isEmpty() && Character.isLowerCase(name.charAt(0)))
                .findFirst()
                .orElse("");
    }

    /** Signs everything but the signature itself; it stands right after the control block. */
    public void sign(String signatureBlock, Party signer, String certificateId, OsciMessage message)
            throws OsciException {
        List<Signing.Reference> references = new ArrayList<>();
        for (String uri : toBeSigned(message)) {
            references.add(
                    uri.startsWith("#") ? Signing.Reference.element(uri.substring(1)) : new Signing.Reference(uri, ""));
        }
        Element block = block(signatureBlock);
        header.insertBefore(block, require("osci:ControlBlock").getNextSibling());
        Signing.sign(block, references, signer, certificateId, message::attachment);
    }

    /**
     * Checks that everything is signed.
     *
     * @param signer whose signature it must be
     */
    public void check(String signatureBlock, X509Certificate signer, OsciMessage message, Algorithms reading)
            throws OsciException {
        Element block = find(signatureBlock).orElseThrow(() -> new OsciException(OsciCode.NOT_SIGNED, ""));
        Element signature = Xml.require(block, "ds:Signature");
        new SignatureCheck(reading).check(signature, signer, toBeSigned(message), message::attachment);
    }

    private Set<String> toBeSigned(OsciMessage message) throws OsciException {
        Set<String> uris = new LinkedHashSet<>();
        for (Element element : Xml.children(header)) {
            if (!SIGNATURES.contains(element.getLocalName())) {
                uris.add(reference(element));
            }
        }
        uris.add(reference(body));
        message.parts().forEach(part -> uris.add("cid:" + part.id()));
        return uris;
    }

    private static String reference(Element element) throws OsciException {
        String id = element.getAttribute("Id");
        if (id.isEmpty()) {
            throw new OsciException(OsciCode.PART_UNSIGNED, element.getLocalName() + " hat keine Id.");
        }
        return "#" + id;
    }
}
