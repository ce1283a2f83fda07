package org.stadtbus.sandbox.xdomea;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.stadtbus.sandbox.Documents;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A message 0201 of xdomea 3.0.0 as its receiver reads and answers it. */
final class Handover {
    private static final String XDOMEA = "urn:xoev-de:xdomea:schema:3.0.0";
    private static final String PREFIX = "xdomea:";

    private final Document message;

    private Handover(Document message) {
        this.message = message;
    }

    static Handover read(byte[] xml) throws IOException {
        try {
            return new Handover(Documents.read(xml));
        } catch (IllegalArgumentException e) {
            throw new IOException("This is no XML", e);
        }
    }

    String process() {
        return text("ProzessID");
    }

    /** Original name of each file by the name it has in the container. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        NodeList names = message.getElementsByTagNameNS(XDOMEA, "Dateiname");
        NodeList originals = message.getElementsByTagNameNS(XDOMEA, "DateinameOriginal");
        for (int i = 0; i < names.getLength(); i++) {
            files.put(names.item(i).getTextContent(), originals.item(i).getTextContent());
        }
        return files;
    }

    private String text(String element) {
        return first(element).getTextContent().strip();
    }

    private Element first(String element) {
        return (Element) message.getElementsByTagNameNS(XDOMEA, element).item(0);
    }

    /** The receipt 0202: same process, sender and receiver exchanged. */
    String receipt() {
        try {
            Document receipt = Documents.create();
            Element root = receipt.createElementNS(XDOMEA, PREFIX + "Geschaeftsgang.EmpfangBestaetigen.0202");
            receipt.appendChild(root);
            Element head = child(root, "Kopf");
            child(head, "ProzessID").setTextContent(process());
            Element type = child(head, "Nachrichtentyp");
            type.setAttribute("listURI", "urn:xoev-de:xdomea:codeliste:nachrichtentyp");
            type.setAttribute("listVersionID", "2.0");
            type.appendChild(receipt.createElement("code")).setTextContent("0202");
            child(head, "Erstellungszeitpunkt")
                    .setTextContent(
                            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            renamed(head, "Empfaenger", "Absender");
            renamed(head, "Absender", "Empfaenger");
            child(child(head, "SendendesSystem"), "Produktname").setTextContent("eAkte des Rechtsamts");
            return written(receipt);
        } catch (TransformerException e) {
            throw new IllegalStateException("Every JDK can do this", e);
        }
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.appendChild(parent.getOwnerDocument().createElementNS(XDOMEA, PREFIX + name));
    }

    private void renamed(Element head, String from, String to) {
        Document receipt = head.getOwnerDocument();
        head.appendChild(receipt.renameNode(receipt.importNode(first(from), true), XDOMEA, PREFIX + to));
    }

    private static String written(Document document) throws TransformerException {
        StringWriter text = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
