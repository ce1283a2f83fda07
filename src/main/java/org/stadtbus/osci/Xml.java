package org.stadtbus.osci;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Builds, reads and writes the trees of OSCI messages. */
public final class Xml {
    private static final String ID = "Id";

    private Xml() {}

    /**
     * Reads a document without a document type, whose {@code Id} attributes are unique.
     *
     * @throws OsciException 9100 when it is none
     */
    public static Document parse(InputStream bytes) throws OsciException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(bytes);
            nameIds(document.getDocumentElement(), new HashSet<>());
            return document;
        } catch (SAXException | IOException e) {
            throw new OsciException(OsciCode.STRUCTURE, "", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void nameIds(Element element, Set<String> seen) throws OsciException {
        if (element.hasAttribute(ID)) {
            if (!seen.add(element.getAttribute(ID))) {
                throw new OsciException(OsciCode.STRUCTURE, "Eine Id kommt zweimal vor.");
            }
            element.setIdAttribute(ID, true);
        }
        for (Element child : children(element)) {
            nameIds(child, seen);
        }
    }

    /** A new document whose root declares the prefixes that all parts of a signed message have in scope. */
    public static Document create(String root) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            Element element = document.createElementNS(Ns.of(prefix(root)), root);
            for (String prefix : List.of("ds", "osci", "soap", "xenc", "xsi")) {
                element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, Ns.of(prefix));
            }
            document.appendChild(element);
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    /** Appends an element, e.g. {@code osci:Content}; a prefix beyond those of {@link #create} is declared on it. */
    public static Element add(Element parent, String name) {
        String namespace = Ns.of(prefix(name));
        Element element = parent.getOwnerDocument().createElementNS(namespace, name);
        if (parent.lookupNamespaceURI(prefix(name)) == null) {
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix(name), namespace);
        }
        parent.appendChild(element);
        return element;
    }

    /** Appends an element with a text. */
    public static Element add(Element parent, String name, String text) {
        Element element = add(parent, name);
        element.setTextContent(text);
        return element;
    }

    /** Gives an element its {@code Id}. */
    public static Element named(Element element, String id) {
        element.setAttribute(ID, id);
        element.setIdAttribute(ID, true);
        return element;
    }

    /** Elements right below. */
    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Elements right below with this name, e.g. {@code osci:Content}. */
    public static Stream<Element> all(Element parent, String name) {
        String namespace = Ns.of(prefix(name));
        String local = name.substring(name.indexOf(':') + 1);
        return children(parent).stream()
                .filter(child -> local.equals(child.getLocalName()) && namespace.equals(child.getNamespaceURI()));
    }

    /** The first element on this path of names; empty when there is none. */
    public static Optional<Element> find(Element from, String... path) {
        Optional<Element> here = Optional.of(from);
        for (String name : path) {
            here = here.flatMap(element -> all(element, name).findFirst());
        }
        return here;
    }

    /**
     * The first element on this path of names.
     *
     * @throws OsciException 9300 when there is none
     */
    public static Element require(Element from, String... path) throws OsciException {
        return find(from, path)
                .orElseThrow(() -> new OsciException(OsciCode.ORDER, "Es fehlt " + String.join("/", path) + "."));
    }

    /** Text of the element on this path; empty when there is none. */
    public static String text(Element from, String... path) {
        return find(from, path).map(Element::getTextContent).orElse("").strip();
    }

    /** Writes a node with everything below. */
    public static void write(Node node, OutputStream out) throws IOException {
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(node), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    /** A node with everything below, UTF-8. */
    public static byte[] bytes(Node node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(node, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("A tree in memory can be written", e);
        }
        return bytes.toByteArray();
    }
}
