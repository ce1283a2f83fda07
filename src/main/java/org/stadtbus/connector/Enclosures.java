package org.stadtbus.connector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/**
 * What comes along with a file that is picked up: every other file its checksum file announces ({@link Completion#CHECKSUM}) goes into
 * the vault, and is what was announced. A message one of whose files is missing or another is handed on as unreadable; a file's name is
 * never repeated, because it may say who it is about.
 */
public final class Enclosures {
    private static final String ATTACHMENTS = "stadtbus.attachments";
    private static final String UNREADABLE = "stadtbus.unreadable";
    private static final String FOUND = Enclosures.class.getName();

    private final boolean wanted;
    private final String drawer;
    private final long maxSize;

    /**
     * @param wanted whether any come along
     * @param drawer of the vault, the procedure's id
     * @param maxSize most bytes of all files of one message together
     */
    public Enclosures(boolean wanted, String drawer, long maxSize) {
        this.wanted = wanted;
        this.drawer = drawer;
        this.maxSize = maxSize;
    }

    static Enclosures none() {
        return new Enclosures(false, "", 0);
    }

    boolean wanted() {
        return wanted;
    }

    /** The files of the folder a message lies in. */
    interface Files {
        /** Whether it lies there. */
        boolean has(String path);

        /** Reads one, see {@link FolderPickup#read}. */
        <R> R read(String path, FolderPickup.Reading<R> reading) throws IOException;
    }

    /** Names of the files beside this message that belong to it and lay there. */
    static List<String> found(Exchange exchange) {
        return List.of(exchange.getProperty(FOUND, new String[0], String[].class));
    }

    /**
     * Puts the message's files into the vault and says on the exchange which they are, or why the message is refused.
     *
     * @param sums content of its checksum file
     * @throws HubException transient when the vault does not take them now
     */
    void take(Exchange exchange, GenericFile<?> message, String sums, Files files) throws IOException {
        if (!wanted) {
            return;
        }
        Map<String, String> announced = Completion.announced(sums);
        announced.remove(message.getFileNameOnly());
        List<String> here = announced.keySet().stream()
                .filter(name -> isPlain(name) && files.has(path(message, name)))
                .toList();
        exchange.setProperty(FOUND, here.toArray(String[]::new));
        try {
            exchange.setProperty(ATTACHMENTS, stored(exchange, message, announced, files));
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            exchange.setProperty(UNREADABLE, e);
        }
    }

    private Attachment[] stored(Exchange exchange, GenericFile<?> message, Map<String, String> announced, Files files)
            throws IOException {
        Vault vault = exchange.getContext().getRegistry().findSingleByType(Vault.class);
        List<String> here = found(exchange);
        List<Attachment> stored = new ArrayList<>();
        long left = maxSize;
        for (Map.Entry<String, String> file : announced.entrySet()) {
            String name = file.getKey();
            int number = stored.size() + 1;
            if (!here.contains(name)) {
                throw missing(number);
            }
            long limit = left;
            Vault.Stored kept = files.read(path(message, name), bytes -> vault.store(drawer, bytes, limit));
            if (!kept.sha256().equals(file.getValue())) {
                throw other(number);
            }
            stored.add(new Attachment(String.valueOf(number), name, type(name), "", kept.size(), kept.sha256()));
            left -= kept.size();
        }
        return stored.toArray(Attachment[]::new);
    }

    /** A name that leads nowhere else. */
    private static boolean isPlain(String name) {
        return !name.startsWith(".") && !name.contains("/") && !name.contains("\\");
    }

    private static String path(GenericFile<?> message, String name) {
        String own = message.getAbsoluteFilePath();
        return own.substring(0, own.length() - message.getFileNameOnly().length()) + name;
    }

    private static String type(String name) {
        return MediaTypeFactory.getMediaType(name)
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString();
    }

    private static HubException missing(int number) {
        return HubException.rejected(
                "enclosure-missing",
                "Die " + number + ". Anlage, die neben der Nachricht genannt ist, liegt nicht im Ordner.");
    }

    private static HubException other(int number) {
        return HubException.rejected(
                "enclosure-mismatch",
                "Die " + number
                        + ". Anlage hat nicht die Prüfsumme, die neben der Nachricht steht. Bitte alles neu ablegen.");
    }
}
