package org.stadtbus.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.vault.Vault;

/**
 * Keeps in the vault, as it came, what is refused where its sender cannot ask for it again: whoever sees the refusal finds it there.
 *
 * @param vault where it is kept, in the drawer of the procedure it came from
 */
@Component
public record Originals(Vault vault) {

    /**
     * Keeps a message of which more came than may be taken.
     *
     * @param begun what is known of it, and its first bytes
     * @param rest the bytes after these, read to their end, not closed
     * @param limit most bytes of all
     * @return what a refusal is handed in with: the file instead of the bytes
     * @throws org.stadtbus.envelope.HubException as {@link #keep(String, String, String, InputStream, long)}
     */
    public Incoming keep(Incoming begun, InputStream rest, long limit) {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begun.bytes()), rest);
        return begun.keptAs(keep(begun.procedure(), begun.contentType(), begun.extension(), whole, limit));
    }

    /**
     * Keeps it; the same bytes again are the same file.
     *
     * @param procedure id of the procedure it came from
     * @param contentType its media type
     * @param extension its file name extension, without the dot
     * @param bytes read to their end, not closed
     * @param limit most bytes
     * @return the file, to be handed in with the refusal
     * @throws org.stadtbus.envelope.HubException rejected ({@code too-large}) above the limit; else as {@link Vault#store}
     */
    public Attachment keep(String procedure, String contentType, String extension, InputStream bytes, long limit) {
        Vault.Stored stored = vault.store(procedure, bytes, limit);
        return new Attachment("original", "original." + extension, contentType, "", stored.size(), stored.sha256());
    }
}
