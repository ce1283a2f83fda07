package org.stadtbus.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault's key file: a Tink keyset as JSON, readable by the hub's user alone. Whoever loses it loses everything in the
 * vault, so it belongs into the backup, apart from the vault.
 */
final class VaultKey {
    private static final Logger LOG = LoggerFactory.getLogger(VaultKey.class);
    private static final int KEY_BYTES = 32;
    /** Small enough that a small payload costs little memory, large enough to stream files at disk speed. */
    private static final int SEGMENT_BYTES = 64 * 1024;

    private VaultKey() {}

    /** The cipher made of the key in this file; the file is created when {@code mayCreate}. */
    static StreamingAead cipher(Path file, boolean mayCreate) throws IOException, GeneralSecurityException {
        StreamingAeadConfig.register();
        return readOrCreate(file, mayCreate).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static KeysetHandle readOrCreate(Path file, boolean mayCreate)
            throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        }
        if (!mayCreate) {
            throw new IOException("Der Tresor ist nicht leer, aber seine Schlüsseldatei " + file
                    + " fehlt. Bitte die Datei aus der Sicherung zurückholen.");
        }
        return create(file);
    }

    private static KeysetHandle create(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle fresh = KeysetHandle.generateNew(AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                .build());
        Disk.createFolder(file.toAbsolutePath().getParent());
        Disk.writePrivate(file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
        LOG.info("Neuer Schlüssel des Tresors angelegt: {}. Er gehört in die Sicherung, getrennt vom Tresor.", file);
        return fresh;
    }
}
