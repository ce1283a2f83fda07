package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.SecureXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a procedure may call.
 *
 * @param operations by the element of their input
 * @param schema of all elements
 */
record Contract(Map<QName, Operation> operations, Schema schema) {
    private static final String CURRENT_ELEMENT = "http://apache.org/xml/properties/dom/current-element-node";

    /**
     * An operation.
     *
     * @param action its soapAction; empty: none is asked for
     * @param answer element of its output
     */
    record Operation(String action, QName answer) {}

    /**
     * Whether the contract has this call.
     *
     * @param action of the call; may be empty, since SOAP 1.2 does not ask for one
     * @throws HubException rejected when its operation or action is unknown, or its content is not valid
     */
    void check(Call call, String action) {
        Operation operation =
                Optional.ofNullable(operations.get(call.operation())).orElseThrow(SourceFailures::operationUnknown);
        boolean said = !operation.action().isEmpty() && !action.isEmpty();
        if (said && !operation.action().equals(action)) {
            throw SourceFailures.actionUnknown();
        }
        validate(call.withoutIncludes());
    }

    /**
     * Whether an answer is what each operation promises.
     *
     * @param answer child of its body
     * @throws IllegalArgumentException when it is not
     */
    void promises(String answer) {
        Document document = SecureXml.document(answer.getBytes(UTF_8));
        QName name = Call.name(document.getDocumentElement());
        if (!operations.values().stream()
                .allMatch(operation -> operation.answer().equals(name))) {
            throw new IllegalArgumentException("answer ist nicht das Element, das der Vertrag als Antwort nennt.");
        }
        try {
            validate(document);
        } catch (HubException notValid) {
            throw new IllegalArgumentException("answer hält das Schema des Vertrags nicht ein.", notValid);
        }
    }

    private void validate(Document content) {
        Validator validator = schema.newValidator();
        try {
            validator.validate(new DOMSource(content));
        } catch (SAXException broken) {
            throw SourceFailures.notValid(element(validator), rule(broken));
        } catch (IOException e) {
            throw new IllegalStateException("A tree in memory can be read", e);
        }
    }

    private static String element(Validator validator) {
        try {
            return validator.getProperty(CURRENT_ELEMENT) instanceof Element element ? element.getLocalName() : "?";
        } catch (SAXException unknown) {
            return "?";
        }
    }

    /** Name of the broken rule of XML Schema; what stands behind it quotes the message. */
    private static String rule(SAXException broken) {
        return String.valueOf(broken.getMessage()).replaceFirst("(?s):.*", "");
    }
}
