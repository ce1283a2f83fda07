package org.stadtbus.connector.xdomea;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/** Makes the container of a message and its attachments. */
final class Packing {
    private final Vault vault;

    Packing(Vault vault) {
        this.vault = vault;
    }

    /**
     * A container.
     *
     * @param name as the standard's version wants it
     * @param bytes the ZIP, to be read once and closed
     */
    record Container(String name, InputStream bytes) {}

    /**
     * Packs; the same message gives the same bytes. An attachment that the message names twice is in it once.
     *
     * @throws HubException permanent when the message is no xdomea message, or when its file names and the attachments are not exactly
     *     the same; the vault's failures surface while the container is read
     */
    Container pack(Message message) {
        XdomeaMessage read = read(message.payload());
        Map<String, Attachment> files = new LinkedHashMap<>();
        message.envelope().attachments().forEach(file -> files.put(FileReference.of(file), file));
        compare(read.files(), files.keySet());
        ContainerName name = ContainerName.of(read);
        List<ZipFeed.Entry> entries = new ArrayList<>();
        entries.add(new ZipFeed.Entry(name.message(), () -> new ByteArrayInputStream(message.payload())));
        files.forEach(
                (file, attachment) -> entries.add(new ZipFeed.Entry(file, () -> vault.open(attachment.sha256()))));
        LocalDateTime time = LocalDateTime.ofInstant(message.envelope().createdAt(), ZoneOffset.UTC);
        return new Container(name.container(), new ZipFeed(entries, time));
    }

    private static XdomeaMessage read(byte[] payload) {
        try {
            return XdomeaMessage.read(payload);
        } catch (HubException e) {
            throw XdomeaFailures.produced(e);
        }
    }

    private static void compare(Set<String> named, Set<String> attached) {
        if (!attached.containsAll(named)) {
            throw XdomeaFailures.produced(XdomeaFailures.fileMissing());
        }
        if (!named.containsAll(attached)) {
            throw XdomeaFailures.produced(XdomeaFailures.fileUnnamed());
        }
        if (attached.stream().anyMatch(name -> !Contents.isPlain(name) || ContainerName.isMessage(name))) {
            throw XdomeaFailures.produced(XdomeaFailures.path());
        }
    }
}
