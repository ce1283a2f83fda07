package org.stadtbus.connector.soap.source;

import java.util.List;
import javax.xml.namespace.QName;
import org.stadtbus.envelope.HubException;

/**
 * The element that holds the procedure's own id of a message: in the head of the call, else anywhere in its content.
 *
 * @param name {@code wsa:MessageID} of WS-Addressing 1.0 where nothing else is agreed
 */
record IdElement(QName name) {
    private static final QName MESSAGE_ID = new QName("http://www.w3.org/2005/08/addressing", "MessageID");
    private static final int LONGEST = 200;

    /** @param name as a URIQualifiedName of XPath 3.1: {@code Q{namespace}local}; empty: {@code wsa:MessageID} */
    static IdElement of(String name) {
        return new IdElement(
                name.isBlank() ? MESSAGE_ID : QName.valueOf(name.strip().replaceFirst("^Q(?=\\{)", "")));
    }

    /** @throws HubException rejected when there is none, more than one, or one without text or of more than 200 characters */
    String in(Call call) {
        List<String> found = call.heads(name).toList();
        List<String> ids = found.isEmpty() ? call.elements(name).toList() : found;
        if (ids.size() != 1 || ids.get(0).isEmpty() || ids.get(0).length() > LONGEST) {
            throw SourceFailures.noId(name);
        }
        return ids.get(0);
    }
}
