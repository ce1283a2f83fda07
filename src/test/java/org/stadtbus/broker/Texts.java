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
        Envelope envelope = new Envelope(
                text, "journey", "", "", "", "", "", "", null, null, Instant.EPOCH, false, false, List.of());
        return new Outgoing(queue, new Message(envelope, text.getBytes(StandardCharsets.UTF_8)), text, "");
    }

    static String of(Received received) {
        return new String(received.message().payload(), StandardCharsets.UTF_8);
    }
}
