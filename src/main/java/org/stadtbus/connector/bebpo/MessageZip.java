package org.stadtbus.connector.bebpo;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.FileNames;
import org.stadtbus.intake.Incoming;
import org.stadtbus.vault.Vault;

/** Unpacks received messages: {@value Requests#MESSAGE} is the message, every other file goes into the vault, never through the heap. */
final class MessageZip {
    private static final String TOO_LARGE = "too-large";
    private static final int PER_FILE = 1024;

    private final Vault vault;
    private final String procedure;
    private final int maxMessage;
    private final long maxSize;
    private final int maxFiles;

    /**
     * @param procedure whose mailbox it is; its drawer of the vault holds the files
     * @param maxMessage most bytes of a message; of a larger one a byte more is read, enough to refuse it
     * @param maxSize most bytes of all files together, unpacked
     * @param maxFiles most files
     */
    MessageZip(Vault vault, String procedure, long maxMessage, long maxSize, int maxFiles) {
        this.vault = vault;
        this.procedure = procedure;
        this.maxMessage = Math.toIntExact(maxMessage);
        this.maxSize = maxSize;
        this.maxFiles = maxFiles;
    }

    /**
     * The message with its files. Without an XJustiz message its bytes are empty: the route decides what the files are worth.
     *
     * @param id the message's id at EGVP, by which it is the same when it comes again
     * @throws HubException rejected when it is no ZIP, or larger than allowed; else as the vault's failures
     * @throws IOException when the connection breaks
     */
    Incoming open(String id, InputStream packed) throws IOException {
        byte[] message = new byte[0];
        List<Attachment> files = new ArrayList<>();
        long left = maxSize;
        try (ZipInputStream zip = new ZipInputStream(new Packed(packed, maxPacked()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = FileNames.safe(entry.getName());
                if (name.equals(Requests.MESSAGE) && message.length == 0) {
                    message = zip.readNBytes(maxMessage + 1);
                    left -= message.length;
                } else if (!entry.isDirectory()) {
                    files.add(store(zip, id(name, files), name, left));
                    left -= files.get(files.size() - 1).size();
                }
                check(left, files.size());
            }
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw BebpoFailures.unreadable(damaged);
        }
        if (files.isEmpty() && message.length == 0) {
            throw BebpoFailures.unreadable(new ZipException("no entry"));
        }
        return new Incoming(procedure, id, id, "application/xml", "xml", message, named(message, files));
    }

    /** Most bytes a ZIP needs for what is allowed in it, however little it shrinks: a hundredth and {@value #PER_FILE} bytes a file more. */
    private long maxPacked() {
        return maxSize + maxSize / 100 + (long) maxFiles * PER_FILE;
    }

    /** What is known of a message that cannot be read. */
    Incoming unread(String id) {
        return new Incoming(procedure, id, id, "application/xml", "xml", new byte[0], List.of());
    }

    /** The name the message knows the file by, as long as it is valid and no other file has it. */
    private static String id(String name, List<Attachment> files) {
        boolean known = ValidNames.valid(name)
                && files.stream().noneMatch(file -> file.id().equals(name));
        return known ? name : String.valueOf(files.size() + 1);
    }

    private void check(long left, int count) {
        if (left < 0 || count > maxFiles) {
            throw BebpoFailures.tooMuch(maxSize, maxFiles);
        }
    }

    private Attachment store(ZipInputStream zip, String id, String name, long left) {
        try {
            Vault.Stored stored = vault.store(procedure, new Entry(zip), Math.max(left, 0));
            String type = MediaTypeFactory.getMediaType(name)
                    .orElse(MediaType.APPLICATION_OCTET_STREAM)
                    .toString();
            return new Attachment(id, name, type, "", stored.size(), stored.sha256());
        } catch (HubException e) {
            throw e.problemCode().equals(TOO_LARGE) ? BebpoFailures.tooMuch(maxSize, maxFiles) : e;
        }
    }

    private static List<Attachment> named(byte[] message, List<Attachment> files) {
        Map<String, String> originals = XjustizFiles.originals(message);
        return files.stream()
                .map(file -> new Attachment(
                        file.id(),
                        FileNames.safe(originals.getOrDefault(file.filename(), file.filename())),
                        file.contentType(),
                        file.purpose(),
                        file.size(),
                        file.sha256()))
                .toList();
    }

    /** One entry as a stream of its own: whoever closes it does not close the ZIP. */
    private static final class Entry extends FilterInputStream {
        Entry(ZipInputStream zip) {
            super(zip);
        }

        @Override
        public void close() {
            // the next entry follows
        }
    }
}
