package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.FileNames;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.vault.Vault;

/**
 * Brings attachments from the zustelldienst into the vault in constant memory.
 *
 * <p>The sealed file is read twice: first to its end, to check authentication tag and hash, then into the vault. So the vault never
 * sees a byte that was not checked, and no plain file lies on the disk.
 */
final class AttachmentLoader {
    private final FitConnectApi api;
    private final List<RSAKey> keys;
    private final Vault vault;
    private final IntakeProperties limits;

    AttachmentLoader(FitConnectApi api, List<RSAKey> keys, Vault vault, IntakeProperties limits) {
        this.api = api;
        this.keys = keys;
        this.vault = vault;
        this.limits = limits;
    }

    /** An attachment in the vault, and the authentication tag it was sealed with. */
    record Loaded(Attachment attachment, String tag) {}

    /**
     * Downloads, checks and stores.
     *
     * @param service LeiKa key of the service it belongs to
     * @throws HubException rejected ({@link Refused}, or {@code too-large}), else as the API's and the vault's failures
     */
    Loaded load(Waiting ids, String service, Metadata.File file) {
        Path sealed = vault.spool().resolve(UUID.randomUUID() + ".jwe");
        try {
            api.attachment(ids, file.id(), sealed);
            return store(SealedFile.read(sealed, keys, Part.attachment(file.id())), service, file);
        } catch (IOException e) {
            throw HubException.temporary("attachment-unreadable", "Eine Anlage ließ sich nicht zwischenspeichern.", e);
        } finally {
            forget(sealed);
        }
    }

    private Loaded store(SealedFile sealed, String service, Metadata.File file) throws IOException {
        try (InputStream plain = sealed.plain()) {
            if (!Sha512.matches(plain, file.hash())) {
                throw new Refused(Refused.HASH, sealed.part(), "hat eine andere Prüfsumme, als die Metadaten nennen.");
            }
        }
        try (InputStream plain = sealed.plain()) {
            Vault.Stored stored =
                    vault.store(service, plain, limits.maxAttachment().toBytes());
            Attachment attachment = new Attachment(
                    file.id(),
                    FileNames.safe(file.filename()),
                    file.contentType(),
                    file.purpose(),
                    stored.size(),
                    stored.sha256());
            return new Loaded(attachment, sealed.tag());
        }
    }

    private static void forget(Path sealed) {
        try {
            Files.deleteIfExists(sealed);
        } catch (IOException e) {
            throw HubException.temporary(
                    "spool-unusable", "Eine verschlüsselte Zwischendatei ließ sich nicht entfernen.", e);
        }
    }
}
