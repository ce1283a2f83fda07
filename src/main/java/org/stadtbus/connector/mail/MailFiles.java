package org.stadtbus.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.intake.FileNames;
import org.stadtbus.vault.Vault;

/** Puts the files of a mail into the vault; behind a picture comes the PDF/A made of it, where that is wanted. */
final class MailFiles {
    private final Vault vault;
    private final String drawer;
    private final int maxSize;
    private final Optional<MailPictures> pictures;
    private final List<Attachment> stored = new ArrayList<>();

    /**
     * @param drawer of the vault, where the files go
     * @param maxSize most bytes of a mail, and so of a file
     * @param pictures makes PDF/As; none when files stay as they are
     */
    MailFiles(Vault vault, String drawer, int maxSize, Optional<MailPictures> pictures) {
        this.vault = vault;
        this.drawer = drawer;
        this.maxSize = maxSize;
        this.pictures = pictures;
    }

    /**
     * Each file is read to its end, and so found to be whole, before it is stored.
     *
     * @param sent the mail's date, which the PDF/As bear
     */
    Attachment[] store(List<Part> files, Optional<Date> sent) throws MessagingException, IOException {
        Optional<Instant> date = sent.map(Date::toInstant);
        for (Part file : files) {
            String name = MailContent.name(file);
            String type = MailContent.type(file);
            byte[] bytes = MailContent.read(file, maxSize);
            add(name, type, bytes);
            pictures.flatMap(maker -> maker.pdf(name, type, bytes, date))
                    .ifPresent(pdf -> add(FileNames.safe(name + ".pdf"), "application/pdf", pdf));
        }
        return stored.toArray(Attachment[]::new);
    }

    private void add(String name, String type, byte[] bytes) {
        Vault.Stored kept = vault.store(drawer, new ByteArrayInputStream(bytes), maxSize);
        String id = String.valueOf(stored.size() + 1);
        stored.add(new Attachment(id, name, type, "", kept.size(), kept.sha256()));
    }
}
