package org.stadtbus.connector.mail.demail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML that has one level of elements below its root. */
final class FlatXml {
    /** What is no character of XML 1.0 (section 2.2). */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String REPLACEMENT = "\uFFFD";

    private FlatXml() {}

    /**
     * The document in UTF-8; characters that XML does not have become U+FFFD.
     *
     * @param root name of the root element
     * @param elements texts by the names of their elements, in order
     */
    static byte[] of(String namespace, String root, Map<String, String> elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            for (Map.Entry<String, String> element : elements.entrySet()) {
                xml.writeStartElement(element.getKey());
                xml.writeCharacters(NOT_XML.matcher(element.getValue()).replaceAll(REPLACEMENT));
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
