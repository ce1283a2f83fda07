package org.stadtbus.broker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** Messages that are a text, with the text as their duplicate key. */
final class Texts {
    private Texts() {}

    static Outgoing to(String queue, String text) {
        return new Outgoing(queue, message(text, text), text, "");
    }

    /** A message of one journey with this id and text. */
    static Message message(String id, String text) {
        Envelope envelope = Envelope.builder(id, "journey", Instant.EPOCH)
                .service("99012018001000")
                .build();
        return new Message(envelope, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An event whose envelope is about as large as the intake lets one be. */
    static JournalEvent eventWithManyFiles(String id) {
        List<Attachment> files = IntStream.range(0, 400)
                .mapToObj(i -> new Attachment(
                        "file-" + i, "x".repeat(300) + i + ".pdf", "application/pdf", "attachment", 1, "0".repeat(64)))
                .toList();
        Envelope envelope = Envelope.builder(id, "journey", Instant.EPOCH)
                .service("99012018001000")
                .attachments(files)
                .build();
        return new JournalEvent(id, EventType.VALIDATED, Instant.EPOCH, "stadtbus", "Gültig.", null, envelope, null);
    }

    static String of(Received received) {
        return new String(received.message().payload(), StandardCharsets.UTF_8);
    }
}
