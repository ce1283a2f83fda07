package org.stadtbus.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A vault on the file system at any moment, and what lies in it. */
public final class VaultAt {
    private final VaultParts parts;

    /** Opens it without clearing its spool: several may be open at once. */
    public VaultAt(Path folder) throws IOException {
        this.parts = VaultParts.of(
                new FileBlobs(folder.resolve("vault/objects")),
                folder.resolve("vault/spool"),
                folder.resolve("keys/vault"),
                folder.resolve("keys/vault.json"));
    }

    public Vault at(Instant now) {
        return new EncryptedVault(
                parts.blobs(), parts.spool(), parts.drawers(), parts.reader(), Clock.fixed(now, ZoneOffset.UTC));
    }

    public Copies copies() {
        return new Copies(parts.blobs());
    }

    public Rotation rotation() {
        return new Rotation(parts);
    }
}
