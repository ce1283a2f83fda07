package org.stadtbus.connector.soap.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.stadtbus.connector.soap.Includes;
import org.stadtbus.connector.soap.SoapVersion;
import org.stadtbus.connector.soap.XmlDocuments;
import org.stadtbus.standards.SecureXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A call as it came, before anything in it is believed.
 *
 * @param envelope root of its XML
 * @param content the child of its body
 */
record Call(Element envelope, Element content) {
    /** Where in CXF's message it lies. */
    static final String KEY = Call.class.getName();

    /** Namespace of WS-Security. */
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    /** The head with who calls. */
    static final QName SECURITY = new QName(WSSE, "Security");

    private static final QName ACTION = new QName("http://www.w3.org/2005/08/addressing", "Action");

    /** Name and password of a UsernameToken. */
    record Login(String name, String password) {}

    /**
     * Reads it.
     *
     * @param bytes the envelope, without the parts that came along
     * @throws org.stadtbus.envelope.HubException rejected when it is no XML the hub reads, no SOAP, of another version, or has not one element in its body
     */
    static Call of(byte[] bytes, SoapVersion version) {
        Element envelope = SecureXml.document(bytes).getDocumentElement();
        if (!envelope.getLocalName().equals("Envelope") || envelope.getNamespaceURI() == null) {
            throw SourceFailures.noSoap();
        }
        if (!envelope.getNamespaceURI().equals(version.namespace())) {
            throw SourceFailures.otherVersion();
        }
        List<Element> content = children(envelope)
                .filter(child -> named(child, new QName(version.namespace(), "Body")))
                .flatMap(Call::children)
                .toList();
        if (content.size() != 1) {
            throw SourceFailures.noSoap();
        }
        return new Call(envelope, content.get(0));
    }

    /** Name of what is called, for a contract of the form document/literal. */
    QName operation() {
        return name(content);
    }

    static QName name(Element element) {
        return new QName(Optional.ofNullable(element.getNamespaceURI()).orElse(""), element.getLocalName());
    }

    /** The content as a document of its own. */
    byte[] document() {
        return XmlDocuments.of(content);
    }

    /** The content without what stands for parts, so that the schema of the contract sees nothing of how it travelled. */
    Document withoutIncludes() {
        Document copy = SecureXml.document(document());
        Includes.of(copy).toList().forEach(include -> include.getParentNode().removeChild(include));
        return copy;
    }

    /** Action of WS-Addressing 1.0; empty without it. */
    String action() {
        return heads(ACTION).findFirst().orElse("");
    }

    /** Texts of the heads with this name. */
    Stream<String> heads(QName name) {
        return head().filter(child -> named(child, name)).map(Call::text);
    }

    /** Texts of the elements with this name in the content. */
    Stream<String> elements(QName name) {
        return Stream.concat(Stream.of(content).filter(root -> named(root, name)), descendants(content, name))
                .map(Call::text);
    }

    /** What stands in the heads {@code wsse:Security}; of a password only its text counts. */
    Stream<Login> logins() {
        return head().filter(child -> named(child, SECURITY))
                .flatMap(Call::children)
                .filter(token -> token.getLocalName().equals("UsernameToken"))
                .map(token -> new Login(text(token, "Username"), text(token, "Password")));
    }

    private Stream<Element> head() {
        return children(envelope)
                .filter(child -> named(child, new QName(envelope.getNamespaceURI(), "Header")))
                .flatMap(Call::children);
    }

    private static String text(Element token, String name) {
        return descendants(token, new QName(SECURITY.getNamespaceURI(), name))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static boolean named(Element element, QName name) {
        return name.equals(name(element));
    }

    private static Stream<Element> descendants(Element element, QName name) {
        return elements(element.getElementsByTagNameNS("*", name.getLocalPart()))
                .filter(found -> named(found, name));
    }

    private static Stream<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
