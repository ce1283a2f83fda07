package org.stadtbus.sandbox.meldenetz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.ContentReader;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.Intermediary;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.Transport;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.XbauMessage;

/** A town's mailbox at the intermediary: sends each message once, keeps what it fetched, decrypted and with a verified signature. */
final class OsciMailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LARGEST = 50_000_000;

    private final Intermediary intermediary;
    private final Party owner;
    private final ContentReader reader;
    private final Path folder;
    private final Path letters;

    /**
     * @param folder where it keeps everything
     * @param address of the intermediary
     */
    OsciMailbox(Path folder, URI address, PostKeys keys, Party owner) {
        this.folder = folder;
        this.letters = folder.resolve("postfach");
        this.owner = owner;
        this.reader = new ContentReader(owner, keys.trust(), new Algorithms(false));
        Transport transport = new Transport(HttpClient.newHttpClient(), address, PATIENCE, folder, LARGEST);
        this.intermediary = new Intermediary(
                transport, keys.intermediary().cipher(), keys.intermediary().signature());
        try {
            Files.createDirectories(letters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a message (StoreDelivery); under the same name only once, also after a crash.
     *
     * @param name what the owner calls it, as a file name
     * @param author who signs the content
     * @return the intermediary's message id
     */
    String send(String name, byte[] payload, Party to, Party author) throws IOException, OsciException {
        Path noted = folder.resolve("gesendet").resolve(name);
        Dialog dialog = dialog();
        if (!Files.exists(noted)) {
            Disk.write(noted, dialog.newMessageId().getBytes(UTF_8));
        }
        String id = Files.readString(noted);
        if (dialog.processCard(id).isEmpty()) {
            dialog.store(id, "", new Content(payload, List.of()), to.cipher(), author);
        }
        dialog.end();
        return id;
    }

    /** True when the addressee has the message. */
    boolean received(String id) throws IOException, OsciException {
        Dialog dialog = dialog();
        boolean received = dialog.processCard(id)
                .filter(card -> card.reception().isPresent())
                .isPresent();
        dialog.end();
        return received;
    }

    /** Fetches all that lies there; the intermediary learns that a letter arrived when it is on disk here. */
    void fetch() throws IOException, OsciException {
        Dialog dialog = dialog();
        Optional<Dialog.Delivery> next = dialog.fetch();
        while (next.isPresent()) {
            try (Dialog.Delivery delivery = next.get()) {
                byte[] payload = reader.read(delivery.message()).payload();
                Disk.write(letters.resolve(delivery.card().messageId().replace(':', '-') + ".xml"), payload);
            }
            next = dialog.fetch();
        }
        dialog.end();
    }

    private Dialog dialog() throws IOException, OsciException {
        return intermediary.dialog(owner, new Algorithms(false), folder);
    }

    /** What it has fetched so far. */
    List<XbauMessage> letters() {
        return XbauMessage.in(letters);
    }
}
