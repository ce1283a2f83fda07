package org.stadtbus.connector.soap;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.SecureXml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads what a service answered. */
final class Answers {
    private final int largest;

    /** @param largest bytes an answer may have */
    Answers(int largest) {
        this.largest = largest;
    }

    /**
     * The child of the answer's body as a document of its own, with the namespaces that were declared around it (Canonical XML 1.0);
     * empty when the service took the message and said nothing.
     *
     * @throws HubException as {@link SoapFailures} says when it is a fault, an error of HTTP, or no SOAP
     */
    Optional<byte[]> content(HttpAnswer answer) {
        if (answer.bytes().length > largest) {
            throw SoapFailures.tooLarge(largest);
        }
        if (answer.ok() && answer.bytes().length == 0) {
            return Optional.empty();
        }
        Optional<Element> content = content(body(answer));
        Optional<Element> fault =
                content.filter(element -> element.getLocalName().equals("Fault")
                        && version(element.getNamespaceURI()).isPresent());
        if (fault.isPresent()) {
            throw SoapFailures.fault(code(fault.get()));
        }
        if (!answer.ok()) {
            throw SoapFailures.http(answer.status());
        }
        return content.map(XmlDocuments::of);
    }

    private static Element body(HttpAnswer answer) {
        try {
            Element envelope = SecureXml.document(answer.bytes()).getDocumentElement();
            String soap = envelope.getNamespaceURI();
            if (version(soap).isPresent() && envelope.getLocalName().equals("Envelope")) {
                return child(envelope, soap, "Body").orElseThrow(SoapFailures::unreadable);
            }
            throw SoapFailures.unreadable();
        } catch (HubException unreadable) {
            throw answer.ok() ? SoapFailures.noSoap(unreadable) : SoapFailures.http(answer.status());
        }
    }

    private static Optional<SoapVersion> version(String namespace) {
        return Arrays.stream(SoapVersion.values())
                .filter(version -> version.namespace().equals(namespace))
                .findFirst();
    }

    /** Local name of the code: faultcode of SOAP 1.1, Code/Value of SOAP 1.2. */
    private static String code(Element fault) {
        String soap = fault.getNamespaceURI();
        String code = soap.equals(SoapVersion.SOAP_1_1.namespace())
                ? child(fault, "", "faultcode").map(Element::getTextContent).orElse("")
                : child(fault, soap, "Code")
                        .flatMap(c -> child(c, soap, "Value"))
                        .map(Element::getTextContent)
                        .orElse("");
        return code.strip().replaceFirst("^.*:", "");
    }

    private static Optional<Element> content(Element body) {
        NodeList nodes = body.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .findFirst();
    }

    private static Optional<Element> child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean sameSpace = namespace.equals(node.getNamespaceURI() == null ? "" : node.getNamespaceURI());
            if (node instanceof Element found && sameSpace && name.equals(node.getLocalName())) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
