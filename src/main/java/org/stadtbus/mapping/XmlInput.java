package org.stadtbus.mapping;

import java.io.ByteArrayInputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
import org.xml.sax.XMLReader;

/** Reads XML without DTD and external entities; parsers are kept for the next message. */
final class XmlInput {
    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final int KEPT_PARSERS = 16;

    private final BlockingQueue<XMLReader> parsers = new ArrayBlockingQueue<>(KEPT_PARSERS);

    /**
     * The document.
     *
     * @throws HubException rejected when the bytes are not well-formed or hold a DTD
     */
    XdmNode parse(Processor processor, byte[] bytes) {
        try {
            XMLReader kept = parsers.poll();
            XMLReader parser = kept == null ? parser().getXMLReader() : kept;
            SAXSource source = new SAXSource(parser, new InputSource(new ByteArrayInputStream(bytes)));
            XdmNode document = processor.newDocumentBuilder().build(source);
            keep(parser);
            return document;
        } catch (SaxonApiException e) {
            throw HubException.rejected(
                    "unreadable-xml",
                    "Die Nachricht ist kein lesbares XML (nicht wohlgeformt, mit DTD oder zu tief verschachtelt"
                            + line(e) + ").");
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a safety switch", e);
        }
    }

    /** A parser that stopped in the middle never comes here. */
    @SuppressWarnings("ReturnValueIgnored") // a full pool simply lets the parser go
    private void keep(XMLReader parser) {
        parsers.offer(parser);
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
