package org.stadtbus.standards;

import java.io.CharConversionException;
import javax.xml.stream.XMLStreamException;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Turns what an XML parser complains about into a rejected message with a sentence; the first complaint ends the parse. */
final class RefusingHandler implements ErrorHandler {

    private static final String DTD =
            "Die Nachricht enthält eine DTD (DOCTYPE). DTDs und eigene Entitäten werden aus Sicherheitsgründen nicht"
                    + " verarbeitet; bitte ohne DOCTYPE senden.";
    private static final String LIMITS =
            "Die Nachricht überschreitet die Grenzen für XML: höchstens %d Ebenen und %d Attribute je Element."
                    .formatted(SecureXml.MAX_DEPTH, SecureXml.MAX_ATTRIBUTES);

    @Override
    public void warning(SAXParseException e) {
        // a parser's warning never changes what is read
    }

    @Override
    public void error(SAXParseException e) {
        throw refusal(e);
    }

    @Override
    public void fatalError(SAXParseException e) {
        throw refusal(e);
    }

    /** The refusal for a parser's exception; the parser's own text, which may quote the message, is not kept. */
    static HubException refusal(Exception e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("disallow-doctype-decl")) {
            return dtd();
        }
        if (text.contains("JAXP0001")) {
            return limits();
        }
        if (e instanceof CharConversionException || e.getCause() instanceof CharConversionException) {
            return rejected(
                    "not-well-formed",
                    "Die Nachricht enthält Bytes, die es in ihrer angegebenen Kodierung nicht gibt.");
        }
        return rejected("not-well-formed", "Die Nachricht ist kein wohlgeformtes XML" + place(e) + ".");
    }

    static HubException dtd() {
        return rejected("dtd-forbidden", DTD);
    }

    static HubException limits() {
        return rejected("xml-limits", LIMITS);
    }

    private static HubException rejected(String problemCode, String sentence) {
        return new HubException(FailureKind.REJECTED, problemCode, sentence);
    }

    private static String place(Exception e) {
        if (e instanceof SAXParseException sax && sax.getLineNumber() > 0) {
            return " (Zeile %d, Spalte %d)".formatted(sax.getLineNumber(), sax.getColumnNumber());
        }
        if (e instanceof XMLStreamException stax && stax.getLocation() != null) {
            return " (Zeile %d, Spalte %d)"
                    .formatted(
                            stax.getLocation().getLineNumber(),
                            stax.getLocation().getColumnNumber());
        }
        return "";
    }
}
