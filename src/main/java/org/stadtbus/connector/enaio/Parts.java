package org.stadtbus.connector.enaio;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/** Takes a message apart into the documents it becomes. */
final class Parts {
    private final Vault vault;

    Parts(Vault vault) {
        this.vault = vault;
    }

    /** The message itself, then its attachments in their order. */
    List<Part> of(Message message) {
        return Stream.concat(
                        Stream.of(payload(message)),
                        message.envelope().attachments().stream().map(this::attachment))
                .toList();
    }

    private static Part payload(Message message) {
        Envelope envelope = message.envelope();
        byte[] bytes = message.payload();
        String name = envelope.messageType().replaceAll("[^\\w.-]", "-") + "." + envelope.extension();
        return new Part(
                Fields.PAYLOAD,
                "Nachricht " + envelope.messageType(),
                new Content(
                        name,
                        envelope.contentType(),
                        bytes.length,
                        Ids.sha256(bytes),
                        () -> new ByteArrayInputStream(bytes)));
    }

    private Part attachment(Attachment file) {
        return new Part(
                file.id(),
                file.purpose().isBlank() ? file.filename() : file.purpose(),
                new Content(
                        file.filename(),
                        file.contentType(),
                        file.size(),
                        file.sha256(),
                        () -> vault.open(file.sha256())));
    }
}
