package org.stadtbus.connector.osci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.FileNames;
import org.stadtbus.intake.Incoming;
import org.stadtbus.intake.Originals;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.MimeFile;
import org.stadtbus.osci.OsciMessage;
import org.stadtbus.osci.Part;
import org.stadtbus.vault.Vault;

/** Messages of the hub as OSCI content, both ways; attachments flow into and out of the vault, never through the heap. */
final class Parts {
    private static final String TOO_LARGE = "too-large";

    private final Vault vault;
    private final AnswerIntake intake;
    private final long maxAttachment;

    /** @param maxAttachment largest attachment that is taken, in bytes */
    Parts(Vault vault, AnswerIntake intake, long maxAttachment) {
        this.vault = vault;
        this.intake = intake;
        this.maxAttachment = maxAttachment;
    }

    Content content(Message message) {
        return new Content(
                message.payload(),
                message.envelope().attachments().stream()
                        .map(file -> new Part(file.filename(), file.contentType(), () -> vault.open(file.sha256())))
                        .toList());
    }

    /**
     * What came, its attachments in the vault.
     *
     * @param procedure whom it came from; its drawer holds the attachments
     * @throws HubException rejected when the message or an attachment is too large; else as the vault's failures
     */
    Incoming incoming(String procedure, String messageId, Content content) throws IOException {
        if (content.payload().length > intake.maxAnswer()) {
            throw OsciFailures.tooLarge(intake.maxAnswer());
        }
        List<Attachment> files = new ArrayList<>();
        for (Part part : content.files()) {
            try (InputStream bytes = part.source().open()) {
                files.add(store(procedure, part, String.valueOf(files.size() + 1), bytes));
            } catch (HubException e) {
                throw e.problemCode().equals(TOO_LARGE) ? OsciFailures.tooLarge(maxAttachment) : e;
            }
        }
        return new Incoming(procedure, messageId, messageId, "application/xml", "xml", content.payload(), files);
    }

    private Attachment store(String procedure, Part part, String id, InputStream bytes) {
        Vault.Stored stored = vault.store(procedure, bytes, maxAttachment);
        return new Attachment(id, FileNames.safe(part.id()), part.type(), "", stored.size(), stored.sha256());
    }

    /**
     * A message that was opened and is refused, as files to be kept with its refusal: readable, and as it came to prove who signed;
     * only as it came where it is too large to be read.
     */
    Incoming opened(String procedure, String messageId, OsciMessage message, Content content) throws IOException {
        Incoming original = unopened(procedure, messageId, message);
        List<Attachment> files = new ArrayList<>(original.attachments());
        try {
            files.addAll(incoming(procedure, messageId, content).attachments());
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                return original;
            }
            throw e;
        }
        Vault.Stored payload = vault.store(procedure, content.payload());
        files.add(
                new Attachment("nachricht", "nachricht.xml", "application/xml", "", payload.size(), payload.sha256()));
        return new Incoming(procedure, messageId, messageId, "application/xml", "xml", new byte[0], files);
    }

    /** A message that cannot be opened or is too large, as it came: its content still encrypted, to be kept in the vault with its refusal. */
    Incoming unopened(String procedure, String messageId, OsciMessage message) throws IOException {
        Path file = Files.createTempFile(vault.spool(), "osci", ".original");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                MimeFile.write(message, out);
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                Attachment original =
                        new Originals(vault).keep(procedure, "multipart/related", "osci", bytes, Files.size(file));
                return new Incoming(
                        procedure, messageId, messageId, "multipart/related", "osci", new byte[0], List.of(original));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
