package org.stadtbus.intake;

import java.io.InputStream;
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
