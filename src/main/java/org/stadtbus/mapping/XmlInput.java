package org.stadtbus.mapping;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.stadtbus.envelope.HubException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads XML without DTD and external entities. */
final class XmlInput {
    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private XmlInput() {}

    /**
     * The document.
     *
     * @throws HubException rejected when the bytes are not well-formed or hold a DTD
     */
    static XdmNode parse(Processor processor, byte[] bytes) {
        try {
            SAXSource source = new SAXSource(parser().getXMLReader(), new InputSource(new ByteArrayInputStream(bytes)));
            return processor.newDocumentBuilder().build(source);
        } catch (SaxonApiException e) {
            throw HubException.rejected(
                    "unreadable-xml",
                    "Die Nachricht ist kein lesbares XML (nicht wohlgeformt, mit DTD oder zu tief verschachtelt"
                            + line(e) + ").");
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a safety switch", e);
        }
    }

    private static String line(SaxonApiException e) {
        return e.getLineNumber() > 0 ? ", Zeile " + e.getLineNumber() : "";
    }

    private static SAXParser parser() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parser.setProperty(MAX_DEPTH, "200");
        return parser;
    }
}
