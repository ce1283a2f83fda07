package org.stadtbus.connector.xta.provider;

import jakarta.xml.bind.JAXB;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import org.stadtbus.broker.Notes;
import org.stadtbus.xta.meta.MessageMetaData;

/** What procedures sent: which content came under a message id, and which message of the hub it became. */
final class Sent {
    private static final String CONTENT = "xta-inhalt-";
    private static final String MESSAGE = "xta-nachricht-";

    private final Notes notes;

    Sent(Notes notes) {
        this.notes = notes;
    }

    /** A message as it was sent: its id in the hub, and its head. */
    record Letter(String messageId, MessageMetaData head) {}

    /** True when nothing, or the same content, came under this id before. */
    boolean claim(String procedure, String uuid, String content) {
        return notes.write(CONTENT + procedure, uuid, content).equals(content);
    }

    /** Notes which message of the hub it became. */
    void note(String procedure, String uuid, String messageId, MessageMetaData head) {
        StringWriter text = new StringWriter();
        JAXB.marshal(head, text);
        notes.write(MESSAGE + procedure, uuid, messageId + "\n" + text);
    }

    Optional<Letter> find(String procedure, String uuid) {
        return notes.read(MESSAGE + procedure, uuid).map(Sent::read);
    }

    private static Letter read(String note) {
        int end = note.indexOf('\n');
        return new Letter(
                note.substring(0, end),
                JAXB.unmarshal(new StringReader(note.substring(end + 1)), MessageMetaData.class));
    }
}
