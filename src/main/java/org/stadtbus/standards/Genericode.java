package org.stadtbus.standards;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stadtbus.envelope.HubException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads a code list in the form XÖV publishes them: OASIS Genericode 1.0, the key column marked {@code recommendedKeyColumn} as the XÖV
 * code list handbook wants it, else the first key.
 */
final class Genericode {
    private static final String NAMESPACE = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

    private final Element root;
    private final String name;

    private Genericode(Element root, String name) {
        this.root = root;
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param meaning id of the column with the meaning; the first after the key when empty
     * @throws HubException rejected ({@code no-codelist}) when it is no Genericode, lacks a column or gives a code twice
     */
    static CodeList read(Path file, Optional<String> meaning) {
        Document document = SecureXml.document(SchemaInput.read(file));
        Element root = document.getDocumentElement();
        Genericode list = new Genericode(root, String.valueOf(file.getFileName()));
        if (!NAMESPACE.equals(root.getNamespaceURI()) || !"CodeList".equals(root.getLocalName())) {
            throw list.refused("ist keine Codeliste in Genericode 1.0");
        }
        return list.codeList(meaning);
    }

    private CodeList codeList(Optional<String> meaning) {
        Element identification = required(root, "Identification");
        String key = keyColumn();
        return new CodeList(
                text(identification, "CanonicalUri"),
                text(identification, "Version"),
                text(identification, "LongName"),
                codes(key, meaning.map(this::known).orElseGet(() -> firstOther(key))));
    }

    private String keyColumn() {
        List<Element> keys = all(required(root, "ColumnSet"), "Key");
        return keys.stream()
                .filter(key ->
                        key.getElementsByTagNameNS("*", "recommendedKeyColumn").getLength() > 0)
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .map(key -> required(key, "ColumnRef").getAttribute("Ref"))
                .orElseThrow(() -> refused("nennt keine Schlüsselspalte"));
    }

    private List<String> columns() {
        return all(required(root, "ColumnSet"), "Column").stream()
                .map(column -> column.getAttribute("Id"))
                .toList();
    }

    private String known(String column) {
        if (!columns().contains(column)) {
            throw refused("hat keine Spalte »%s«; es gibt %s".formatted(column, String.join(", ", columns())));
        }
        return column;
    }

    private String firstOther(String key) {
        return columns().stream()
                .filter(column -> !column.equals(key))
                .findFirst()
                .orElse(key);
    }

    private Map<String, String> codes(String key, String meaning) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Element row : all(required(root, "SimpleCodeList"), "Row")) {
            String code = value(row, key).orElseThrow(() -> refused("hat eine Zeile ohne Code"));
            if (codes.put(code, value(row, meaning).orElse(code)) != null) {
                throw refused("gibt den Code »%s« zweimal".formatted(code));
            }
        }
        return codes;
    }

    private Optional<String> value(Element row, String column) {
        return all(row, "Value").stream()
                .filter(value -> column.equals(value.getAttribute("ColumnRef")))
                .map(value -> value.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private String text(Element parent, String child) {
        return required(parent, child).getTextContent().strip();
    }

    private Element required(Element parent, String child) {
        return all(parent, child).stream()
                .findFirst()
                .orElseThrow(() -> refused("hat kein Element »%s«".formatted(child)));
    }

    /** Children of this name; the elements of Genericode below its root carry no namespace. */
    private static List<Element> all(Element parent, String child) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> child.equals(element.getLocalName()))
                .toList();
    }

    private HubException refused(String what) {
        return HubException.rejected("no-codelist", "»%s« %s.".formatted(name, what));
    }
}
