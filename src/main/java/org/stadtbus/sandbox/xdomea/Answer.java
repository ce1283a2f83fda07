package org.stadtbus.sandbox.xdomea;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.stadtbus.sandbox.Documents;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An answer to a message of xdomea 3.0.0 while it is written: same process, sender and receiver exchanged. */
final class Answer {
    static final String XDOMEA = "urn:xoev-de:xdomea:schema:3.0.0";
    private static final String PREFIX = "xdomea:";
    private static final String LISTS = "urn:xoev-de:xdomea:codeliste:";

    private final Document answer = Documents.create();
    private final Element root;
    private final Element head;

    /**
     * With its head.
     *
     * @param name of the message, e.g. {@code Geschaeftsgang.EmpfangBestaetigen.0202}
     * @param product name of the system that answers
     */
    Answer(Document asked, String name, String product) {
        this.root = answer.createElementNS(XDOMEA, PREFIX + name);
        answer.appendChild(root);
        this.head = child(root, "Kopf");
        child(head, "ProzessID")
                .setTextContent(first(asked, "ProzessID").getTextContent().strip());
        code(head, "Nachrichtentyp", "2.0", name.substring(name.lastIndexOf('.') + 1));
        child(head, "Erstellungszeitpunkt")
                .setTextContent(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        renamed(first(asked, "Empfaenger"), "Absender");
        renamed(first(asked, "Absender"), "Empfaenger");
        child(child(head, "SendendesSystem"), "Produktname").setTextContent(product);
    }

    static Element first(Document message, String name) {
        return (Element) message.getElementsByTagNameNS(XDOMEA, name).item(0);
    }

    private void renamed(Element contact, String to) {
        head.appendChild(answer.renameNode(answer.importNode(contact, true), XDOMEA, PREFIX + to));
    }

    Element root() {
        return root;
    }

    Element head() {
        return head;
    }

    Element child(Element parent, String name) {
        return (Element) parent.appendChild(answer.createElementNS(XDOMEA, PREFIX + name));
    }

    /** A code of the list that is called like the element. */
    void code(Element parent, String name, String version, String code) {
        Element element = child(parent, name);
        element.setAttribute("listURI", LISTS + name.toLowerCase(java.util.Locale.ROOT));
        element.setAttribute("listVersionID", version);
        element.appendChild(answer.createElement("code")).setTextContent(code);
    }

    String written() {
        StringWriter text = new StringWriter();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(answer), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException("Every JDK can do this", e);
        }
        return text.toString();
    }
}
