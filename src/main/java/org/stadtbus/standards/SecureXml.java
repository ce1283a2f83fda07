package org.stadtbus.standards;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.trans.XPathException;
import org.stadtbus.envelope.HubException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The only way XML is read in the hub: no DTD, no entity but the five of XML 1.0, no file, no network, bounded depth.
 *
 * <p>Whatever is refused surfaces as a {@link HubException} of kind REJECTED with one of the problem codes {@code
 * empty-body}, {@code not-utf8}, {@code dtd-forbidden}, {@code xml-limits}, {@code not-well-formed}; also while Saxon
 * or a DOM builder does the reading. Only the JDK's parsers are used, whatever else lies on the class path.
 */
public final class SecureXml {

    /** Deepest nesting of elements that is read; XBau needs about 15. */
    public static final int MAX_DEPTH = 200;

    /** Most attributes one element may carry. */
    public static final int MAX_ATTRIBUTES = 100;

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String NO_DTD = "http://apache.org/xml/features/disallow-doctype-decl";

    private SecureXml() {}

    /** The bytes as a source for Saxon or a JAXP transformer, read by a hardened parser. */
    public static SAXSource source(byte[] content) {
        return new SAXSource(reader(), input(content));
    }

    /**
     * The bytes as parser input.
     *
     * @throws HubException rejected when empty, or when announced as UTF-8 (also by default) without being it
     */
    public static InputSource input(byte[] content) {
        XmlBytes.requireReadable(content);
        return new InputSource(new ByteArrayInputStream(content));
    }

    /** A namespace-aware SAX parser; may be used again after each parse, by one thread at a time. */
    public static XMLReader reader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DTD, true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            reader.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            reader.setProperty(LIMIT + "maxElementDepth", String.valueOf(MAX_DEPTH));
            reader.setProperty(LIMIT + "elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
            return new RefusingReader(reader);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("this JDK's SAX parser cannot be hardened", e);
        }
    }

    /** The bytes as a namespace-aware DOM tree; for small documents. */
    public static Document document(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DTD, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(LIMIT + "maxElementDepth", String.valueOf(MAX_DEPTH));
            factory.setAttribute(LIMIT + "elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new RefusingHandler());
            return builder.parse(input(content));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK's DOM parser cannot be hardened", e);
        } catch (SAXException | IOException e) {
            throw RefusingHandler.refusal(e);
        }
    }

    /**
     * The bytes as a pull parser; {@code next()} and {@code nextTag()} throw {@link XMLStreamException} for what is not
     * well-formed and {@link HubException} for a DTD or too deep nesting.
     */
    public static XMLStreamReader stream(byte[] content) {
        XmlBytes.requireReadable(content);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            return new RefusingStream(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            throw RefusingHandler.refusal(e);
        }
    }

    /** What a parser's exception means to the sender; for callers of {@link #stream}. */
    public static HubException refusal(Exception parserException) {
        return RefusingHandler.refusal(parserException);
    }

    /** A JAXP factory (XSLT 1.0, identity) that loads no DTD, stylesheet or extension function. */
    public static TransformerFactory transformerFactory() {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            return factory;
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException("this JDK's transformer cannot be hardened", e);
        }
    }

    /**
     * A Saxon processor that loads nothing by itself: {@code doc()}, {@code unparsed-text()}, {@code xsl:import} and
     * extension functions fail unless the caller sets a resource resolver of its own on the compiler. It prints nothing,
     * since Saxon's reports may quote the message: who compiles stylesheets gives the compiler an error list.
     */
    public static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(
                Feature.RESOURCE_RESOLVER, (net.sf.saxon.lib.ResourceResolver) SecureXml::refuse);
        return processor;
    }

    private static Source refuse(ResourceRequest request) throws XPathException {
        throw new XPathException("nothing is loaded from outside: " + request.uri);
    }
}
