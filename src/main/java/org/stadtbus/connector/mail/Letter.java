package org.stadtbus.connector.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.attachment.AttachmentMessage;
import org.stadtbus.connector.StoredFile;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/**
 * Writes the mail a message becomes: the message as text or as the first file, its attachments as files. Of the envelope only the
 * message id goes along, in the {@code Message-ID} (RFC 5322 section 3.6.4): the same at each repetition.
 */
public final class Letter implements Processor {
    private final String from;
    private final String to;
    private final String subject;
    private final boolean asAttachment;
    private final String text;
    private final long maxSize;

    /**
     * @param from sender's address; its domain ends the Message-ID
     * @param to addresses, separated by commas
     * @param subject the same for each mail, so that it tells nothing of a person
     * @param asAttachment whether the message is a file; otherwise it is the mail's text
     * @param text the mail's text when the message is a file
     * @param maxSize most bytes that message and attachments may have together, before they are encoded for the mail
     */
    public Letter(String from, String to, String subject, boolean asAttachment, String text, long maxSize) {
        this.from = from;
        this.to = to;
        this.subject = subject;
        this.asAttachment = asAttachment;
        this.text = text;
        this.maxSize = maxSize;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getProperty("stadtbus.message", Message.class);
        checkSize(message);
        String messageId = "<" + message.envelope().messageId() + "@"
                + from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip() + ">";
        AttachmentMessage mail = exchange.getMessage(AttachmentMessage.class);
        mail.removeHeaders("*");
        mail.setHeader("From", from);
        mail.setHeader("To", to);
        mail.setHeader("Subject", subject);
        mail.setHeader("Message-ID", messageId);
        // RFC 3834 section 5: nobody's holiday notice answers the hub
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setBody(asAttachment ? text : new String(message.payload(), StandardCharsets.UTF_8));
        enclose(mail, message, exchange.getContext());
    }

    private void checkSize(Message message) {
        long size = message.payload().length
                + message.envelope().attachments().stream()
                        .mapToLong(Attachment::size)
                        .sum();
        if (size > maxSize) {
            throw HubException.permanent(
                    "mail-too-large",
                    "Nachricht und Anlagen sind mit %d Bytes zu groß für eine Mail (höchstens %d). Bitte auf anderem Weg zustellen."
                            .formatted(size, maxSize));
        }
    }

    private void enclose(AttachmentMessage mail, Message message, CamelContext camel) {
        Envelope envelope = message.envelope();
        if (asAttachment) {
            enclose(
                    mail,
                    envelope.messageId() + "." + envelope.extension(),
                    new ByteArrayDataSource(message.payload(), envelope.contentType()));
        }
        List<Attachment> files = envelope.attachments();
        for (Attachment file : files) {
            Vault vault = camel.getRegistry().findSingleByType(Vault.class);
            enclose(mail, file.filename(), new StoredFile(vault, file));
        }
    }

    /** Camel tells attachments apart by their names: a second one of a name gets a number. */
    private static void enclose(AttachmentMessage mail, String name, DataSource bytes) {
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        String free = name;
        for (int n = 2; mail.getAttachment(free) != null; n++) {
            free = String.format(Locale.ROOT, "%s-%d%s", name.substring(0, dot), n, name.substring(dot));
        }
        mail.addAttachment(free, new DataHandler(bytes));
    }
}
