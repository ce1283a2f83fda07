package org.stadtbus.connector.xdomea;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.util.StreamUtils;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.vault.Vault;

/** Opens a container in one pass: the message is kept, the files go to the vault. */
final class Unpacking {
    private final Vault vault;
    private final String drawer;
    private final Limits limits;

    /** @param drawer of the vault, where the files go */
    Unpacking(Vault vault, String drawer, Limits limits) {
        this.vault = vault;
        this.drawer = drawer;
        this.limits = limits;
    }

    /**
     * What was in a container.
     *
     * @param message the message as it lay there
     * @param files in the vault, under the names the message gives them
     */
    record Opened(byte[] message, List<Attachment> files) {}

    /**
     * Opens.
     *
     * @throws org.stadtbus.envelope.HubException rejected, with a code of its own for each fault of the container; else as the vault's
     *     failures
     * @throws IOException when the stream itself breaks off
     */
    Opened open(InputStream bytes) throws IOException {
        Contents contents = new Contents(vault, drawer, limits);
        try (ZipInputStream zip = new ZipInputStream(bytes)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                throw XdomeaFailures.notAZip();
            }
            while (entry != null) {
                contents.take(entry.getName(), StreamUtils.nonClosing(zip));
                entry = zip.getNextEntry();
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw XdomeaFailures.damaged(e);
        }
        return contents.opened();
    }
}
