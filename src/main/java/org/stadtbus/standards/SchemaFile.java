package org.stadtbus.standards;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * What one XML Schema file says of itself. XÖV schemas name their standard and version in {@code xs:appinfo} (XÖV handbook, metadata of
 * standard and version).
 *
 * @param file where it lies
 * @param standard technical name of the standard, e.g. {@code xbau}
 * @param version of the standard
 * @param title full name of the standard
 * @param elements whether it declares elements at its top level, as a schema of messages does
 */
record SchemaFile(
        Path file, Optional<String> standard, Optional<String> version, Optional<String> title, boolean elements) {

    /**
     * Reads a schema file.
     *
     * @throws HubException permanent ({@code standard-broken}) when it is not XML
     */
    static SchemaFile read(Path file) {
        try {
            Walk walk = new Walk(SecureXml.stream(SchemaInput.read(file)));
            walk.run();
            return new SchemaFile(
                    file,
                    Optional.ofNullable(walk.standard),
                    Optional.ofNullable(walk.version),
                    Optional.ofNullable(walk.title),
                    walk.elements);
        } catch (XMLStreamException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "standard-broken",
                    "Die Schemadatei »%s« ist kein XML-Schema.".formatted(file.getFileName()),
                    e);
        }
    }

    private static final class Walk {
        private final XMLStreamReader reader;
        private final Deque<String> path = new ArrayDeque<>();
        private @Nullable String standard;
        private @Nullable String version;
        private @Nullable String title;
        private boolean elements;

        Walk(XMLStreamReader reader) {
            this.reader = reader;
        }

        void run() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.END_ELEMENT -> path.pop();
                    case XMLStreamConstants.CHARACTERS -> text(reader.getText().strip());
                    default -> {
                        // comments and the like say nothing
                    }
                }
            }
        }

        private void begin() {
            path.push(reader.getLocalName());
            elements |= path.size() == 2 && "element".equals(reader.getLocalName());
        }

        private void text(String text) {
            if (text.isEmpty()) {
                return;
            }
            switch (String.join("<", path)) {
                case "nameTechnisch<standard<appinfo<annotation<schema" -> standard = text;
                case "version<versionStandard<appinfo<annotation<schema" -> version = text;
                case "nameKurz<standard<appinfo<annotation<schema" -> title = text;
                default -> {
                    // something else
                }
            }
        }
    }
}
