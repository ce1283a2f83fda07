package org.stadtbus.connector.xta;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.FileNames;
import org.stadtbus.intake.Incoming;
import org.stadtbus.vault.Vault;
import org.stadtbus.xta.Bytes;
import org.stadtbus.xta.Content;
import org.stadtbus.xta.ContentContainer;
import org.stadtbus.xta.GenericContentContainer;

/** Messages and attachments as parts of an XTA message, both ways; attachments flow into and out of the vault, never through the heap. */
public final class Parts {
    private static final String TOO_LARGE = "too-large";

    private final Vault vault;
    private final AnswerIntake intake;
    private final long maxAttachment;

    /** @param maxAttachment largest attachment that is taken, in bytes */
    public Parts(Vault vault, AnswerIntake intake, long maxAttachment) {
        this.vault = vault;
        this.intake = intake;
        this.maxAttachment = maxAttachment;
    }

    /** A message of the hub with its attachments, which are opened when they are sent. */
    public GenericContentContainer container(Message message) {
        Envelope envelope = message.envelope();
        ContentContainer content = new ContentContainer();
        content.message = part(
                Bytes.of(message.payload()),
                envelope.contentType(),
                envelope.messageId() + "." + envelope.extension(),
                message.payload().length);
        envelope.attachments().forEach(file -> content.attachments.add(part(file)));
        GenericContentContainer container = new GenericContentContainer();
        container.content = content;
        return container;
    }

    private Content part(Attachment file) {
        Content part =
                part(Bytes.of(() -> vault.open(file.sha256())), file.contentType(), file.filename(), file.size());
        part.id = file.id();
        part.contentDescription = file.purpose().isEmpty() ? null : file.purpose();
        return part;
    }

    private static Content part(DataSource bytes, String type, String name, long size) {
        Content part = new Content();
        part.bytes = new DataHandler(bytes);
        part.contentType = type;
        part.filename = name;
        part.size = size > 0 ? size : null;
        return part;
    }

    /**
     * What came, its attachments in the vault.
     *
     * @param procedure whom it came from; its drawer holds the attachments
     * @param messageId the provider's message id
     * @throws HubException rejected and journalled when an attachment is too large; else as the vault's failures
     * @throws IOException when a part breaks off
     */
    public Incoming incoming(String procedure, String messageId, ContentContainer content) throws IOException {
        Content message = content.message == null ? new Content() : content.message;
        List<Attachment> files = new ArrayList<>();
        for (Content part : content.attachments) {
            files.add(store(procedure, messageId, part, files.size() + 1));
        }
        String type = Objects.requireNonNullElse(message.contentType, "application/xml");
        return new Incoming(
                procedure, messageId, messageId, type, type.contains("xml") ? "xml" : "bin", read(message), files);
    }

    /** At most one byte more than the intake takes: enough for it to refuse. */
    private byte[] read(Content message) throws IOException {
        try (InputStream bytes = stream(message)) {
            return bytes.readNBytes(Math.toIntExact(intake.maxAnswer()) + 1);
        }
    }

    /** True when the hub cannot keep the message, of which only the beginning was read. */
    boolean tooLarge(Incoming incoming) {
        return incoming.bytes().length > intake.maxAnswer();
    }

    private Attachment store(String procedure, String messageId, Content part, int number) throws IOException {
        try (InputStream bytes = stream(part)) {
            Vault.Stored stored = vault.store(procedure, bytes, maxAttachment);
            return new Attachment(
                    part.id == null || part.id.isBlank() ? String.valueOf(number) : part.id,
                    FileNames.safe(Objects.requireNonNullElse(part.filename, "anlage-" + number)),
                    Objects.requireNonNullElse(part.contentType, "application/octet-stream"),
                    Objects.requireNonNullElse(part.contentDescription, ""),
                    stored.size(),
                    stored.sha256());
        } catch (HubException e) {
            throw e.problemCode().equals(TOO_LARGE) ? intake.refuseUnread(procedure, messageId, maxAttachment + 1) : e;
        }
    }

    private static InputStream stream(Content part) throws IOException {
        return part.bytes == null ? InputStream.nullInputStream() : part.bytes.getInputStream();
    }
}
