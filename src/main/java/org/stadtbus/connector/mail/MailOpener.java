package org.stadtbus.connector.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;
import org.stadtbus.connector.mail.picture.PictureConverter;
import org.stadtbus.connector.mail.picture.PictureLimits;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/**
 * Makes a message of a mail: its text, or the first file of a name that is agreed on; all other files go into the vault. The mail's
 * Message-ID (RFC 5322 section 3.6.4) makes it the same message when it is read again. What is too large or unreadable is left to
 * {@code hub:take-in} to refuse, so that it is journalled.
 */
public final class MailOpener implements Processor {
    private final String procedure;
    private final String messageFile;
    private final int maxSize;
    private final boolean imagesAsPdf;
    private final long maxPixels;

    /**
     * @param procedure whose mailbox it is, and whose drawer the files go into
     * @param messageFile regular expression for the name of the file that is the message; empty: the mail's text is
     * @param maxSize most bytes of a mail as it lies in the mailbox; larger ones are not read
     */
    public MailOpener(String procedure, String messageFile, int maxSize) {
        this(procedure, messageFile, maxSize, false, 0);
    }

    /**
     * @param imagesAsPdf whether a PDF/A is made of each file that is a picture, and stored beside it
     * @param maxPixels most pixels of a page of such a picture; larger ones stay as they are
     */
    public MailOpener(String procedure, String messageFile, int maxSize, boolean imagesAsPdf, long maxPixels) {
        this.procedure = procedure;
        this.messageFile = messageFile;
        this.maxSize = maxSize;
        this.imagesAsPdf = imagesAsPdf;
        this.maxPixels = maxPixels;
    }

    @Override
    public void process(Exchange exchange) throws MessagingException, IOException {
        Message mail = exchange.getIn().getBody(Message.class);
        MailExchange.begin(exchange, mail);
        try {
            open(exchange, mail);
        } catch (HubException e) {
            MailExchange.refuse(exchange, e);
        } catch (MessagingException | IOException e) {
            // Angus Mail says of both in the same words that a mail is damaged and that the connection is lost
            if (!mail.getFolder().isOpen()) {
                throw e;
            }
            MailExchange.refuse(exchange, MailFailures.unreadable(e));
        }
    }

    private void open(Exchange exchange, Message mail) throws MessagingException, IOException {
        if (mail.getSize() > maxSize) {
            throw HubException.rejected(
                    "mail-too-large", "Die Mail ist größer als %d Bytes und wurde nicht gelesen.".formatted(maxSize));
        }
        MailContent content = new MailContent(mail);
        List<Part> files = new ArrayList<>(content.files());
        Optional<Part> message = messageFile.isEmpty() ? content.text() : agreed(files);
        if (message.isPresent()) {
            put(exchange.getIn(), message.get());
            files.remove(message.get());
        } else {
            exchange.getIn().setBody(new byte[0]);
        }
        MailFiles stored = files(exchange.getContext().getRegistry());
        exchange.setProperty("stadtbus.attachments", stored.store(files, Optional.ofNullable(mail.getSentDate())));
    }

    private MailFiles files(Registry registry) {
        Optional<MailPictures> pictures = imagesAsPdf
                ? Optional.of(new MailPictures(
                        registry.findSingleByType(PictureConverter.class), new PictureLimits(maxPixels, maxSize)))
                : Optional.empty();
        return new MailFiles(registry.findSingleByType(Vault.class), procedure, maxSize, pictures);
    }

    private Optional<Part> agreed(List<Part> files) throws MessagingException, IOException {
        for (Part file : files) {
            if (MailContent.name(file).matches(messageFile)) {
                return Optional.of(file);
            }
        }
        throw HubException.rejected(
                "mail-without-message", "Der Mail liegt keine Nachricht mit dem vereinbarten Dateinamen bei.");
    }

    private void put(org.apache.camel.Message in, Part part) throws MessagingException, IOException {
        String type = MailContent.type(part);
        if (messageFile.isEmpty()) {
            String text = String.valueOf(part.getContent());
            in.setBody(text.getBytes(StandardCharsets.UTF_8));
            in.setHeader("StadtbusContentType", type);
            in.setHeader("StadtbusExtension", type.equals("text/html") ? "html" : "txt");
        } else {
            String name = MailContent.name(part);
            in.setBody(MailContent.read(part, maxSize));
            in.setHeader("StadtbusContentType", type);
            in.setHeader(
                    "StadtbusExtension",
                    name.matches(".*\\.[A-Za-z0-9]{1,8}") ? name.replaceFirst(".*\\.", "") : "bin");
        }
    }
}
