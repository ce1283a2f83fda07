package org.stadtbus.standards;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** A pull parser that stops at a DTD and at too deep nesting. */
final class RefusingStream extends StreamReaderDelegate {

    private int depth;

    RefusingStream(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        return watched(super.next());
    }

    @Override
    public int nextTag() throws XMLStreamException {
        return watched(super.nextTag());
    }

    @Override
    public String getElementText() throws XMLStreamException {
        depth--;
        return super.getElementText();
    }

    private int watched(int event) {
        if (event == DTD || event == ENTITY_REFERENCE) {
            throw RefusingHandler.dtd();
        }
        if (event == START_ELEMENT && ++depth > SecureXml.MAX_DEPTH) {
            throw RefusingHandler.limits();
        }
        if (event == END_ELEMENT) {
            depth--;
        }
        return event;
    }
}
