package org.stadtbus.connector.xdomea;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.stadtbus.standards.SecureXml;

/**
 * What the container must know of the message in it.
 *
 * @param major the standard's major version, from the namespace
 * @param type name of the message, e.g. {@code Geschaeftsgang.Geschaeftsgang.0201}
 * @param processId {@code Kopf/ProzessID}, a UUID
 * @param files names in {@code Dateiname} and {@code SignaturSiegelDatei}, in their order
 */
record XdomeaMessage(int major, String type, String processId, Set<String> files) {
    private static final Pattern NAMESPACE = Pattern.compile("urn:xoev-de:xdomea:schema:(\\d{1,3})\\.\\d+\\.\\d+");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z]+\\.[A-Za-z]+\\.\\d{4}");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Set<String> FILES = Set.of("Dateiname", "SignaturSiegelDatei");

    /**
     * Reads a message of any version of xdomea.
     *
     * @throws org.stadtbus.envelope.HubException rejected when it is not well-formed, or {@code xdomea-not-xdomea}
     */
    static XdomeaMessage read(byte[] xml) {
        try {
            XMLStreamReader reader = SecureXml.stream(xml);
            while (reader.next() != XMLStreamReader.START_ELEMENT) {
                // comments and processing instructions; a DTD is refused
            }
            Matcher namespace = NAMESPACE.matcher(String.valueOf(reader.getNamespaceURI()));
            String type = reader.getLocalName();
            if (!namespace.matches() || !TYPE.matcher(type).matches()) {
                throw XdomeaFailures.notXdomea();
            }
            return rest(reader, Integer.parseInt(namespace.group(1)), type);
        } catch (XMLStreamException e) {
            throw SecureXml.refusal(e);
        }
    }

    private static XdomeaMessage rest(XMLStreamReader reader, int major, String type) throws XMLStreamException {
        String processId = "";
        Set<String> files = new LinkedHashSet<>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            String name = reader.getLocalName();
            if (FILES.contains(name)) {
                files.add(reader.getElementText());
            } else if (name.equals("ProzessID") && processId.isEmpty()) {
                processId = reader.getElementText().strip();
            }
        }
        if (!UUID.matcher(processId).matches()) {
            throw XdomeaFailures.notXdomea();
        }
        return new XdomeaMessage(major, type, processId, files);
    }
}
