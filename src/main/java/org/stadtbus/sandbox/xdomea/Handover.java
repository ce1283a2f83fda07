package org.stadtbus.sandbox.xdomea;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stadtbus.sandbox.Documents;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A message 0201 of xdomea 3.0.0 as its receiver reads and answers it. */
final class Handover {
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
        return Answer.first(message, "ProzessID").getTextContent().strip();
    }

    /** Original name of each file by the name it has in the container. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        NodeList names = message.getElementsByTagNameNS(Answer.XDOMEA, "Dateiname");
        NodeList originals = message.getElementsByTagNameNS(Answer.XDOMEA, "DateinameOriginal");
        for (int i = 0; i < names.getLength(); i++) {
            files.put(names.item(i).getTextContent(), originals.item(i).getTextContent());
        }
        return files;
    }

    /** The receipt 0202. */
    String receipt() {
        return new Answer(message, "Geschaeftsgang.EmpfangBestaetigen.0202", "eAkte des Rechtsamts").written();
    }
}
