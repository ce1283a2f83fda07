package org.stadtbus.connector.enaio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/**
 * Puts the text of a message as a note on its case or on a document. The note ends with the message's id, by which a repetition is
 * recognised.
 */
final class Noting implements Work {
    private static final int LONGEST = 4000;

    private final EnaioClient enaio;
    private final Noted noted;

    /** The object a message's note belongs on. */
    @FunctionalInterface
    interface Noted {
        /** @return enaio's id */
        String of(Envelope message);
    }

    Noting(EnaioClient enaio, Noted noted) {
        this.enaio = enaio;
        this.noted = noted;
    }

    /** @return the receipt, the same for every attempt that ends well */
    @Override
    public String perform(Message message) {
        String text = text(message);
        String mark = "[Stadtbus " + message.envelope().messageId() + "]";
        String id = noted.of(message.envelope());
        if (enaio.notes(id).stream().noneMatch(note -> note.endsWith(mark))) {
            enaio.note(id, text + "\n" + mark);
        }
        return "eAkte, Notiz an Objekt " + id;
    }

    private static String text(Message message) {
        if (!message.envelope().contentType().startsWith("text/plain")) {
            throw EnaioFailures.noText();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message.payload()))
                    .toString()
                    .strip();
            if (text.isEmpty() || text.length() > LONGEST) {
                throw EnaioFailures.noteOfThisLength(LONGEST);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw EnaioFailures.noText();
        }
    }
}
