package org.stadtbus.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.FileNames;

/**
 * A mail taken apart (RFC 2045, RFC 2046): its text and its files, in their order. Text is the first part that is shown and has no file
 * name, plain before HTML; all else is a file, a mail within the mail too.
 */
final class MailContent {
    private static final int DEEPEST = 20;

    private final List<Part> files = new ArrayList<>();
    private final List<Part> texts = new ArrayList<>();

    MailContent(Part mail) throws MessagingException, IOException {
        take(mail, 0);
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            throw HubException.rejected("mail-unreadable", "Die Mail ist zu tief verschachtelt.");
        }
        if (part.isMimeType("multipart/*")) {
            if (!(part.getContent() instanceof Multipart parts)) {
                throw new ParseException("multipart without parts");
            }
            for (int i = 0; i < parts.getCount(); i++) {
                take(parts.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("text/*")
                && part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            texts.add(part);
        } else {
            files.add(part);
        }
    }

    /** The text people read; empty when there is none. */
    Optional<Part> text() throws MessagingException {
        for (Part text : texts) {
            if (text.isMimeType("text/plain")) {
                return Optional.of(text);
            }
        }
        return texts.stream().findFirst();
    }

    /** The files, in their order. */
    List<Part> files() {
        return List.copyOf(files);
    }

    /** The file's name as its sender wrote it, made harmless; {@code anlage} when it has none. */
    static String name(Part file) throws MessagingException, IOException {
        String name = file.getFileName();
        return FileNames.safe(name == null ? "anlage" : MimeUtility.decodeText(name));
    }

    /** The bytes of a file, read to their end and so found to be whole; none is larger than its mail. */
    static byte[] read(Part file, int maxSize) throws MessagingException, IOException {
        try (InputStream bytes = file.getInputStream()) {
            return bytes.readNBytes(maxSize);
        }
    }

    /** The media type without parameters; {@code application/octet-stream} when it is none. */
    static String type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "application/octet-stream";
        }
    }
}
