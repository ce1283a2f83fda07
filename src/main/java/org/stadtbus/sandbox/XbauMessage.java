package org.stadtbus.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XBau message as an authority sees it before it opens the file.
 *
 * @param id {@code nachrichtenUUID}
 * @param type code of its {@code nachrichtentyp}, e.g. {@code 0200}
 * @param createdAt {@code erstellungszeitpunkt}
 * @param bytes the whole message
 */
public record XbauMessage(String id, String type, Instant createdAt, byte[] bytes) {
    private static final String ID = "nachrichtenUUID";
    private static final String TYPE = "code";
    private static final String CREATED = "erstellungszeitpunkt";
    private static final String HEAD = "identifikation.nachricht";

    /** Reads the head; empty when the bytes hold no XBau message. */
    public static Optional<XbauMessage> read(byte[] bytes) {
        try {
            Map<String, String> head = head(bytes);
            String id = head.get(ID);
            String type = head.get(TYPE);
            String created = head.get(CREATED);
            return id == null || type == null || created == null
                    ? Optional.empty()
                    : Optional.of(new XbauMessage(
                            id, type, OffsetDateTime.parse(created).toInstant(), bytes));
        } catch (XMLStreamException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The messages that lie in a folder as files {@code *.xml}, by file name; files that hold none are left out. */
    public static List<XbauMessage> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<XbauMessage> read = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                read(Files.readAllBytes(file)).ifPresent(read::add);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> head(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Map<String, String> head = new HashMap<>();
        boolean inside = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && HEAD.equals(reader.getLocalName())) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                inside |= HEAD.equals(name);
                if (inside && (ID.equals(name) || TYPE.equals(name) || CREATED.equals(name))) {
                    head.put(name, reader.getElementText().strip());
                }
            }
        }
        reader.close();
        return head;
    }
}
