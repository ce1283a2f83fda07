package org.stadtbus.intake;

import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;

/**
 * Keeps envelopes small enough for the broker: one is written in a piece into its journal, whose buffer takes 490 KiB at two bytes a
 * letter. What is larger could not be sent on by any route, so it is refused at the door.
 */
final class EnvelopeSize {
    /** Letters of all attachments' descriptions together; the broker takes 250,000, the rest is for an event's other texts. */
    private static final int MOST_LETTERS = 200_000;

    /** Letters an attachment takes beside its own texts: names of the members, size, SHA-256. */
    private static final int LETTERS_EACH = 150;

    private EnvelopeSize() {}

    /** @throws HubException rejected ({@code too-many-files}) */
    static void check(Envelope envelope) {
        long letters =
                envelope.attachments().stream().mapToLong(EnvelopeSize::letters).sum();
        if (letters > MOST_LETTERS) {
            throw HubException.rejected(
                    "too-many-files",
                    "Die Sendung hat zu viele Anlagen (%d). Bitte Anlagen zusammenfassen, zum Beispiel in einer PDF-Datei."
                            .formatted(envelope.attachments().size()));
        }
    }

    private static long letters(Attachment a) {
        return LETTERS_EACH
                + a.id().length()
                + a.filename().length()
                + a.contentType().length()
                + a.purpose().length();
    }
}
