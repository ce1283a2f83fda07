package org.stadtbus.standards;

import java.io.ByteArrayOutputStream;
import java.util.function.BiFunction;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The texts and attributes of an XML message; spaces between elements are none. */
final class XmlTexts implements TextTree {
    private final Document document;

    XmlTexts(byte[] content) {
        document = SecureXml.document(content);
        document.normalize();
    }

    @Override
    public void replace(BiFunction<String, String, String> text) {
        ElementPath path = new ElementPath();
        replace(document.getDocumentElement(), path, text);
    }

    private static void replace(Element element, ElementPath path, BiFunction<String, String, String> text) {
        path.enter(element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            attribute.setNodeValue(text.apply(path + "/@" + attribute.getNodeName(), attribute.getNodeValue()));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                replace(inner, path, text);
            } else if (child instanceof Text own && !own.getData().isBlank()) {
                own.setData(text.apply(path.toString(), own.getData()));
            }
        }
        path.leave();
    }

    @Override
    public byte[] write() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Transformer writer = SecureXml.transformerFactory().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }
}
