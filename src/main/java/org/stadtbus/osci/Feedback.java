package org.stadtbus.osci;

import java.util.List;
import org.w3c.dom.Element;

/**
 * How an order ended.
 *
 * @param codes all codes given, in their order
 * @param text of the first
 */
public record Feedback(List<String> codes, String text) {
    private static final char ERROR = '9';

    /** Reads the feedback below an answer; one without entries says nothing. */
    public static Feedback of(Element answer) {
        List<Element> entries = Xml.find(answer, "osci:Feedback").stream()
                .flatMap(feedback -> Xml.all(feedback, "osci:Entry"))
                .toList();
        List<String> codes =
                entries.stream().map(entry -> Xml.text(entry, "osci:Code")).toList();
        return new Feedback(codes, entries.isEmpty() ? "" : Xml.text(entries.get(0), "osci:Text"));
    }

    /** Writes one entry below an answer. */
    public static void write(Element answer, OsciCode code) {
        Element entry = Xml.add(Xml.add(answer, "osci:Feedback"), "osci:Entry");
        entry.setAttributeNS(javax.xml.XMLConstants.XML_NS_URI, "xml:lang", "de");
        Xml.add(entry, "osci:Code", code.number());
        Xml.add(entry, "osci:Text", code.sentence());
    }

    /**
     * @throws OsciException the first error; an answer without a code is one, too
     */
    public void check() throws OsciException {
        if (codes.isEmpty()) {
            throw new OsciException(OsciCode.ORDER, "Die Antwort hat keine Rückmeldung.");
        }
        for (String code : codes) {
            if (code.isEmpty() || code.charAt(0) == ERROR) {
                throw new OsciException(code, "Der Intermediär lehnt den Auftrag ab.");
            }
        }
    }
}
