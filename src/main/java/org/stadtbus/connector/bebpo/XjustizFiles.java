package org.stadtbus.connector.bebpo;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.SecureXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What an XJustiz message says of its files: {@code dateiname} is the name among the files sent, {@code anzeigename} of the document the
 * name people see (Type.GDS.Dokument, XJustiz 3.6). There the original of a changed name travels, where the message has no other.
 */
final class XjustizFiles {
    private static final String FILE_NAME = "dateiname";
    private static final String SIGNED_FILE = "dateiname.bezugsdatei";
    private static final String SHOWN_NAME = "anzeigename";

    private XjustizFiles() {}

    /**
     * The message with the names its files are sent under; the same bytes when no name changed.
     *
     * @throws HubException permanent when a name changed and the message is not XML
     */
    static byte[] renamed(byte[] message, List<String> originals, List<String> names) {
        if (originals.equals(names)) {
            return message;
        }
        try {
            Document tree = SecureXml.document(message);
            Map<String, List<String>> left = new HashMap<>();
            IntStream.range(0, names.size())
                    .forEach(i -> left.computeIfAbsent(originals.get(i), name -> new ArrayList<>())
                            .add(names.get(i)));
            Map<String, String> first = new HashMap<>();
            left.forEach((original, made) -> first.put(original, made.get(0)));
            elements(tree.getDocumentElement(), FILE_NAME).forEach(element -> rename(element, left));
            elements(tree.getDocumentElement(), SIGNED_FILE)
                    .forEach(element -> element.setTextContent(first.getOrDefault(text(element), text(element))));
            return write(tree);
        } catch (HubException | TransformerException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "bebpo-message-unreadable",
                    "Die Nachricht ist kein lesbares XML; ihre Dateinamen können nicht angepasst werden.",
                    e);
        }
    }

    /** Files of one name take their new names in the order in which the message names them. */
    private static void rename(Element fileName, Map<String, List<String>> left) {
        String original = text(fileName);
        List<String> names = left.getOrDefault(original, List.of());
        if (names.isEmpty()) {
            return;
        }
        String name = names.size() > 1 ? names.remove(0) : names.get(0);
        if (!name.equals(original)) {
            fileName.setTextContent(name);
            show(fileName, original);
        }
    }

    private static void show(Element fileName, String original) {
        Node file = fileName.getParentNode();
        if (file == null
                || !(file.getParentNode() instanceof Element data)
                || !child(data, SHOWN_NAME).isEmpty()
                || !allowed(original)) {
            return;
        }
        List<Element> before = new ArrayList<>(child(data, "dokumentklasse"));
        before.addAll(child(data, "dokumententyp"));
        if (!before.isEmpty()) {
            Node place = before.get(before.size() - 1).getNextSibling();
            Element shown = data.getOwnerDocument()
                    .createElementNS(fileName.getNamespaceURI(), qualified(fileName, SHOWN_NAME));
            shown.setTextContent(Normalizer.normalize(original, Normalizer.Form.NFC));
            data.insertBefore(shown, place);
        }
    }

    /** Latin letters and what ASCII has beside them: all of it may stand in an XJustiz text (DIN 91379). */
    private static boolean allowed(String text) {
        return text.codePoints()
                .allMatch(c -> c >= ' ' && c <= '~' || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static String qualified(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }

    /** Originals by the names of the files sent, as far as the message tells them; none when it cannot be read. */
    static Map<String, String> originals(byte[] message) {
        Map<String, String> originals = new HashMap<>();
        try {
            for (Element shown : elements(SecureXml.document(message).getDocumentElement(), SHOWN_NAME)) {
                if (shown.getParentNode() instanceof Element data) {
                    elements(data, FILE_NAME).stream()
                            .map(XjustizFiles::text)
                            .filter(name -> ValidNames.made(name, text(shown)))
                            .forEach(name -> originals.put(name, text(shown)));
                }
            }
        } catch (HubException unreadable) {
            // the route's validation words the refusal; here only names are at stake
            return Map.of();
        }
        return originals;
    }

    private static byte[] write(Document tree) throws TransformerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SecureXml.transformerFactory().newTransformer().transform(new DOMSource(tree), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static List<Element> child(Element parent, String name) {
        return elements(parent, name).stream()
                .filter(element -> parent.isSameNode(element.getParentNode()))
                .toList();
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
