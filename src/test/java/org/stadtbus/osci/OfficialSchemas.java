package org.stadtbus.osci;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/**
 * The official schemas of OSCI-Transport 1.2. They name the W3C's by their addresses, which come from the class path here, and they break
 * the rule of unique particle attribution, which is why it is not checked.
 */
final class OfficialSchemas {
    private static final String NO_FULL_CHECK = "http://apache.org/xml/features/validation/schema-full-checking";
    private static final Map<String, String> W3C = new LinkedHashMap<>();

    static {
        W3C.put("schemas.xmlsoap.org", "/osci/soap-1.1.xsd");
        W3C.put("xmldsig-core", "/org/apache/xml/security/resource/schema/xmldsig-core-schema.xsd");
        W3C.put("xenc-schema-11", "/bindings/schemas/xenc-schema-11.xsd");
        W3C.put("xenc-schema", "/org/apache/xml/security/resource/schema/xenc-schema.xsd");
        W3C.put("xml.xsd", "/schemas/wsdl/xml.xsd");
    }

    private final Path folder;
    private final Map<String, Schema> compiled = new LinkedHashMap<>();

    OfficialSchemas(Path folder) {
        this.folder = folder;
    }

    /** @param name of the schema, e.g. {@code soapStoreDelivery} */
    void validate(String name, Document envelope) throws Exception {
        if (!compiled.containsKey(name)) {
            compiled.put(name, compile(folder.resolve(name + ".xsd")));
        }
        Document fresh = Xml.parse(new java.io.ByteArrayInputStream(Xml.bytes(envelope)));
        compiled.get(name).newValidator().validate(new DOMSource(fresh));
    }

    private static Schema compile(Path schema) throws Exception {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(NO_FULL_CHECK, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        DOMImplementationLS dom = (DOMImplementationLS)
                DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> resolve(dom, systemId));
        return factory.newSchema(schema.toFile());
    }

    private static @Nullable LSInput resolve(DOMImplementationLS dom, @Nullable String address) {
        if (address != null && (address.endsWith("XMLSchema.dtd") || address.endsWith("datatypes.dtd"))) {
            return input(dom, address, InputStream.nullInputStream());
        }
        for (Map.Entry<String, String> known : W3C.entrySet()) {
            if (address != null && address.contains(known.getKey())) {
                return input(
                        dom,
                        "http://www.w3.org/" + known.getKey(),
                        Objects.requireNonNull(OfficialSchemas.class.getResourceAsStream(known.getValue())));
            }
        }
        return null;
    }

    private static LSInput input(DOMImplementationLS dom, String address, InputStream bytes) {
        LSInput input = dom.createLSInput();
        input.setSystemId(address);
        input.setByteStream(bytes);
        return input;
    }
}
