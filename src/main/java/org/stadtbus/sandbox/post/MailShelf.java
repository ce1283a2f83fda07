package org.stadtbus.sandbox.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;

/** Mails as files in a folder, oldest first; a mail is on disk when it was put there. A mail with the same Message-ID replaces the first. */
final class MailShelf {
    private static final String EML = ".eml";

    private final Path folder;

    MailShelf(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the mail; gives it a Message-ID where it has none. */
    synchronized void put(MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (mail.getMessageID() == null) {
                mail.saveChanges();
            }
            mail.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String key = key(mail);
        Path file = files().stream()
                .filter(one -> one.getFileName().toString().endsWith(key))
                .findFirst()
                .orElseGet(() -> folder.resolve("%06d-%s".formatted(files().size() + 1, key)));
        Disk.write(file, bytes.toByteArray());
    }

    List<MimeMessage> mails() {
        return files().stream().map(MailShelf::read).toList();
    }

    /** Takes the mails of these Message-IDs away. */
    void removeAll(List<MimeMessage> mails) throws MessagingException {
        for (MimeMessage mail : mails) {
            String key = key(mail);
            for (Path file : files()) {
                if (file.getFileName().toString().endsWith(key)) {
                    delete(file);
                }
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EML)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(MimeMessage mail) throws MessagingException {
        byte[] id = mail.getMessageID().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(id) + EML;
    }

    private static MimeMessage read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail " + file.getFileName() + " is not readable", e);
        }
    }
}
