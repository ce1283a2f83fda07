package org.stadtbus.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** A vault of its own on the file system, for whoever needs one outside a running hub. */
public final class FileVault extends EncryptedVault {

    /**
     * Opens the vault; creates what is missing.
     *
     * @param folder where payloads lie, on a disk of their size; never two open vaults on one folder
     * @param oldKeyFile the key of releases before 0.2; the drawers' keys lie in folder {@code vault} beside it
     * @throws UncheckedIOException when folder or keys cannot be used; its sentence says what to do
     */
    public FileVault(Path folder, Path oldKeyFile) {
        this(parts(folder, oldKeyFile), Clock.systemUTC());
    }

    FileVault(VaultParts parts, Clock clock) {
        super(parts.blobs(), parts.spool(), parts.drawers(), parts.reader(), clock);
    }

    private static VaultParts parts(Path folder, Path oldKeyFile) {
        try {
            Path keys = oldKeyFile.toAbsolutePath().resolveSibling("vault");
            VaultParts parts =
                    VaultParts.of(new FileBlobs(folder.resolve("objects")), folder.resolve("spool"), keys, oldKeyFile);
            parts.begin();
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException("Der Tresor " + folder + " ist nicht nutzbar: " + e.getMessage(), e);
        }
    }
}
