package org.stadtbus.broker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** Messages that are a text, with the text as their duplicate key. */
final class Texts {
    private Texts() {}

    static Outgoing to(String queue, String text) {
        return new Outgoing(queue, message(text, text), text, "");
    }

    /** A message of one journey with this id and text. */
    static Message message(String id, String text) {
        Envelope envelope = new Envelope(
                id,
                "journey",
                "99012018001000",
                "",
                "",
                "",
                "",
                "",
                null,
                null,
                Instant.EPOCH,
                false,
                false,
                List.of());
        return new Message(envelope, text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(Received received) {
        return new String(received.message().payload(), StandardCharsets.UTF_8);
    }
}
