package org.stadtbus.osci;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** SOAP faults, which is how a message is refused that cannot be answered within its dialog (OSCI-Transport 1.2, part 2, 4.2). */
public final class Faults {
    private Faults() {}

    /** Throws what the fault in this body says; does nothing when there is none. */
    static void check(Element body) throws OsciException {
        var fault = Xml.find(body, "soap:Fault");
        if (fault.isPresent()) {
            String code = detail(fault.get())
                    .map(detail -> Xml.text(detail, "osci:Code"))
                    .orElse("");
            throw new OsciException(
                    code.isEmpty() ? OsciCode.SERVER.number() : code, "Der OSCI-Partner lehnt die Nachricht ab.");
        }
    }

    /** SOAP 1.1 leaves the children of a fault without a namespace. */
    private static java.util.Optional<Element> detail(Element fault) {
        return Xml.children(fault).stream()
                .filter(child -> "detail".equals(child.getLocalName()))
                .findFirst();
    }

    /** The fault that refuses a message. */
    public static Document of(OsciException refusal) {
        Document document = Xml.create("soap:Envelope");
        Element fault = Xml.add(Xml.add(document.getDocumentElement(), "soap:Body"), "soap:Fault");
        boolean ours = refusal.is(OsciCode.SERVER);
        plain(fault, "faultcode").setTextContent(ours ? "soap:Server" : "soap:Client");
        plain(fault, "faultstring").setTextContent(refusal.sentence());
        Xml.add(plain(fault, "detail"), "osci:Code", refusal.code());
        return document;
    }

    private static Element plain(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(null, name);
        parent.appendChild(child);
        return child;
    }
}
