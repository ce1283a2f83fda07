package org.stadtbus.connector.xta.provider;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.connector.xta.wire.Content;
import org.stadtbus.connector.xta.wire.ContentContainer;
import org.stadtbus.connector.xta.wire.GenericContentContainer;
import org.stadtbus.connector.xta.wire.ParameterInvalidException;
import org.stadtbus.connector.xta.wire.SchemaViolationException;
import org.stadtbus.connector.xta.wire.TechnicalProblemException;
import org.stadtbus.connector.xta.wire.meta.MessageMetaData;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.FileNames;
import org.stadtbus.intake.Incoming;
import org.stadtbus.vault.Vault;

/** Takes one message in: attachments into the vault, the message through the intake. */
final class Reception {
    private static final String TOO_LARGE = "too-large";

    private final AnswerIntake intake;
    private final Vault vault;
    private final Sent sent;
    private final long maxContent;

    /** @param maxContent largest attachment, in bytes */
    Reception(AnswerIntake intake, Vault vault, Sent sent, long maxContent) {
        this.intake = intake;
        this.vault = vault;
        this.sent = sent;
        this.maxContent = maxContent;
    }

    /** @param uuid the UUID of its message id; the same id with the same content again is taken once */
    void take(Account caller, String uuid, MessageMetaData head, @Nullable GenericContentContainer container)
            throws ParameterInvalidException, SchemaViolationException, TechnicalProblemException {
        try {
            Incoming incoming = incoming(caller, uuid, content(container));
            if (!sent.claim(caller.procedure(), uuid, incoming.content())) {
                throw Faults.idInUse();
            }
            sent.note(caller.procedure(), uuid, intake.takeInChecked(incoming), head);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                throw refusal(e);
            }
            throw Faults.notNow(e);
        } catch (IOException e) {
            throw Faults.notNow(e);
        }
    }

    /** A refusal for size is the sender's parameter, any other is his message. */
    private static SchemaViolationException refusal(HubException why) throws ParameterInvalidException {
        if (why.problemCode().equals(TOO_LARGE)) {
            throw Faults.tooLarge(why);
        }
        return Faults.notValid(why);
    }

    private static ContentContainer content(@Nullable GenericContentContainer container)
            throws ParameterInvalidException {
        if (container == null || (container.content == null && container.encrypted == null)) {
            throw Faults.missing("ContentContainer");
        }
        if (container.content == null) {
            throw Faults.combination("Der Hub nimmt keinen Inhalt an, der für einen anderen Leser verschlüsselt ist.");
        }
        return container.content;
    }

    private Incoming incoming(Account caller, String uuid, ContentContainer content)
            throws IOException, ParameterInvalidException {
        if (content.message == null) {
            throw Faults.missing("Message");
        }
        List<Attachment> files = new ArrayList<>();
        for (Content file : content.attachments) {
            files.add(store(caller, uuid, file, files.size() + 1));
        }
        String type = Objects.requireNonNullElse(content.message.contentType, "application/xml");
        return new Incoming(
                caller.procedure(),
                MessageIds.PREFIX + uuid,
                uuid,
                type,
                type.contains("xml") ? "xml" : "bin",
                read(content.message),
                files);
    }

    /** At most one byte more than the intake takes: enough for it to refuse. */
    private byte[] read(Content message) throws IOException {
        try (InputStream bytes = stream(message)) {
            return bytes.readNBytes(Math.toIntExact(intake.maxAnswer()) + 1);
        }
    }

    private Attachment store(Account caller, String uuid, Content file, int number) throws IOException {
        try (InputStream bytes = stream(file)) {
            Vault.Stored stored = vault.store(caller.procedure(), bytes, maxContent);
            return new Attachment(
                    file.id == null || file.id.isBlank() ? String.valueOf(number) : file.id,
                    FileNames.safe(Objects.requireNonNullElse(file.filename, "anlage-" + number)),
                    Objects.requireNonNullElse(file.contentType, "application/octet-stream"),
                    Objects.requireNonNullElse(file.contentDescription, ""),
                    stored.size(),
                    stored.sha256());
        } catch (HubException e) {
            throw e.problemCode().equals(TOO_LARGE)
                    ? intake.refuseUnread(caller.procedure(), MessageIds.PREFIX + uuid, maxContent + 1)
                    : e;
        }
    }

    private static InputStream stream(Content content) throws IOException {
        return content.bytes == null ? InputStream.nullInputStream() : content.bytes.getInputStream();
    }
}
