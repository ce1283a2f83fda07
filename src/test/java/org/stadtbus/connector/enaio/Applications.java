package org.stadtbus.connector.enaio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/** Messages as the hub delivers them; their attachments lie in the vault. */
final class Applications {
    private final Vault vault;

    Applications(Vault vault) {
        this.vault = vault;
    }

    static String journey(String name) {
        return Ids.derived("journey", name);
    }

    /** An application with these texts as attachments {@code a1}, {@code a2}, … */
    Message application(String journey, String... files) {
        return message(journey, "application", null, files(files));
    }

    /** A later message of the journey. */
    Message message(String journey, String name, @Nullable String businessKey, List<Attachment> attachments) {
        Envelope envelope = Envelope.builder(
                        Ids.derived(journey, name), journey(journey), Instant.parse("2026-11-23T23:30:00Z"))
                .service("99012018001000")
                .messageType("baugenehmigung.antrag.0200")
                .contentType("application/xml")
                .extension("xml")
                .channel("rest")
                .externalReference("ref")
                .businessKey(businessKey)
                .attachments(attachments)
                .build();
        return new Message(envelope, ("<antrag>" + name + "</antrag>").getBytes(StandardCharsets.UTF_8));
    }

    /** A message that names something by the sender's own id. */
    Message referring(String journey, String reference) {
        Message message = application(journey);
        Envelope envelope = Envelope.builder(
                        message.envelope().messageId(),
                        journey(journey),
                        message.envelope().createdAt())
                .service("99012018001000")
                .messageType("urn:stadtbus:fassung")
                .contentType("application/xml")
                .extension("xml")
                .channel("rest")
                .externalReference(reference)
                .build();
        return new Message(envelope, "<neu/>".getBytes(StandardCharsets.UTF_8));
    }

    /** A message of plain text, another for each text. */
    Message text(String journey, String text) {
        Envelope envelope = application(journey)
                .envelope()
                .derived(Ids.derived(journey, text), "urn:stadtbus:notiz", "text/plain; charset=UTF-8", "txt");
        return new Message(envelope, text.getBytes(StandardCharsets.UTF_8));
    }

    List<Attachment> files(String... texts) {
        return Arrays.stream(texts)
                .map(text -> file("a" + (Arrays.asList(texts).indexOf(text) + 1), text))
                .toList();
    }

    Attachment file(String id, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Vault.Stored stored = vault.store("99012018001000", bytes);
        return new Attachment(
                id, "Lageplan Größe " + id + ".pdf", "application/pdf", "", stored.size(), stored.sha256());
    }
}
